package io.politely.mail;

import io.politely.kernel.Edge;
import io.politely.mail.SourceItem.RawMessage;
import io.politely.mail.SourceItem.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A file that is one message: {@code .eml}, or one of a maildir. */
@Edge
final class EmlSource implements MailSource {

  private static final String READ = "read";

  private final InputStream in;
  private final Place place;
  private final int messageLimit;
  private final BooleanSupplier wasCutOff;
  private boolean isRead;

  EmlSource(
      InputStream in, Place place, String position, Limits limits, BooleanSupplier wasCutOff) {
    this.in = in;
    this.place = place;
    this.messageLimit = limits.messageBytes();
    this.wasCutOff = wasCutOff;
    this.isRead = position.equals(READ);
  }

  @Override
  public Optional<SourceItem> next() throws IOException {
    if (isRead) {
      return Optional.empty();
    }
    isRead = true;
    var bytes = in.readNBytes(messageLimit + 1);
    if (bytes.length > messageLimit) {
      return unreadable(bytes, "It is larger than %,d bytes.".formatted(messageLimit));
    }
    return wasCutOff.getAsBoolean()
        ? unreadable(bytes, "The file was cut off in the middle of this message.")
        : Optional.of(new RawMessage(bytes, place.whole()));
  }

  @Override
  public String position() {
    return isRead ? READ : "0";
  }

  private Optional<SourceItem> unreadable(byte[] bytes, String reason) {
    int kept = Math.min(bytes.length, MboxSource.KEPT_OF_UNREADABLE);
    return Optional.of(new Unreadable(Arrays.copyOf(bytes, kept), place.whole(), reason));
  }
}
