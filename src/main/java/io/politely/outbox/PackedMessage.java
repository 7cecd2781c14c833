package io.politely.outbox;

import io.politely.kernel.Edge;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message that leaves as exactly these bytes. */
@Edge
final class PackedMessage extends SMTPMessage {

  private final byte[] bytes;

  PackedMessage(Session session, byte[] bytes, String envelopeFrom) {
    super(session);
    this.bytes = bytes;
    setEnvelopeFrom(envelopeFrom);
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException {
    out.write(bytes);
  }
}
