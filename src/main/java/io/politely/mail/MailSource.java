package io.politely.mail;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.util.Optional;

/**
 * Mail as it lies somewhere: hands out its messages one at a time, in bounded memory, always in the
 * same order, and can be opened again where it stopped.
 *
 * <p>A broken file is a {@link SourceItem.Remark}, not an exception: what can be read is handed
 * out, then the remark says what could not.
 */
@Edge
public interface MailSource {

  /** The next item, or empty at the end. */
  Optional<SourceItem> next() throws IOException;

  /** Where to open it again so that exactly the items after the last one come; never "". */
  String position();
}
