package io.politely.contacts;

import io.politely.contacts.OwnField.Value;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** Writes contacts, one after the other. */
@Edge
interface ContactWriter {

  /** Writes one, with what the fields of the workspace's own hold, by their ids. */
  void write(Contact contact, Map<UUID, Value> own) throws IOException;

  /** Whatever was held back. */
  void flush() throws IOException;
}
