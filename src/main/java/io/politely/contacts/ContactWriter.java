package io.politely.contacts;

import io.politely.kernel.Edge;
import java.io.IOException;

/** Writes contacts, one after the other. */
@Edge
interface ContactWriter {

  void write(Contact contact) throws IOException;

  /** Whatever was held back. */
  void flush() throws IOException;
}
