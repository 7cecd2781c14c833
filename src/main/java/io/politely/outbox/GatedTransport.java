package io.politely.outbox;

import io.politely.kernel.Edge;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** An SMTP connection that asks a gate between the body of a message and its final dot. */
@Edge
final class GatedTransport extends SMTPTransport {

  private BooleanSupplier gate = () -> false;
  private @Nullable GuardedSocket socket;
  private Phase phase = Phase.BEFORE_DOT;
  private final List<SmtpReply> objections = new ArrayList<>();
  private @Nullable SmtpReply answer;

  /** How far the present message came. */
  enum Phase {
    BEFORE_DOT,
    WITHHELD,
    /** From here on the server may have it. */
    DOT
  }

  GatedTransport(Session session) {
    super(session, new URLName("smtp", null, -1, null, null, null));
  }

  /** Before each message. */
  void begin(GuardedSocket connection, BooleanSupplier opensTheGate) {
    socket = connection;
    gate = opensTheGate;
    phase = Phase.BEFORE_DOT;
    objections.clear();
    answer = null;
  }

  Phase phase() {
    return phase;
  }

  /** What the server said to the final dot; code 0 where it said nothing clear. */
  SmtpReply answer() {
    return answer == null ? new SmtpReply(0, "") : answer;
  }

  /** What it refused before the dot. */
  List<SmtpReply> objections() {
    return List.copyOf(objections);
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    if (socket == null || socket.hasUnread()) {
      throw new IOException("the server answered before it was asked");
    }
    if (!gate.getAsBoolean()) {
      phase = Phase.WITHHELD;
      throw new IOException("withheld"); // closes the connection, and so takes the message back
    }
    phase = Phase.DOT;
    super.finishData();
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    var reply = SmtpReply.of(getLastServerResponse());
    if (phase == Phase.DOT && answer == null) {
      answer = reply;
    } else if (phase == Phase.BEFORE_DOT && (reply.isNotNow() || reply.isNever())) {
      objections.add(reply);
    }
    return code;
  }
}
