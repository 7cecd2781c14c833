package io.politely.ledger;

import io.politely.kernel.EmailAddress;
import io.politely.mail.StoredMessage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one message of a person does to the question whose move it is. */
sealed interface Turn {

  /** The message that does it. */
  StoredMessage message();

  /** Somebody wants something of us. {@code quote}: the words. */
  record TheyAsk(
      StoredMessage message, Want want, String quote, @Nullable LocalDate due, double confidence)
      implements Turn {}

  /** We want something of somebody. */
  record WeAsk(
      StoredMessage message,
      Want want,
      @Nullable EmailAddress of,
      String quote,
      @Nullable LocalDate due,
      double confidence)
      implements Turn {}

  /** Somebody promised us something. */
  record TheyPromise(
      StoredMessage message, String quote, @Nullable LocalDate due, double confidence)
      implements Turn {}

  /** We promised something. */
  record WePromise(
      StoredMessage message,
      @Nullable EmailAddress to,
      String quote,
      @Nullable LocalDate due,
      double confidence)
      implements Turn {}

  /** Either side parked the matter until a day. */
  record Parked(StoredMessage message, String quote, LocalDate until, double confidence)
      implements Turn {}

  /** We wrote and asked for nothing: what was asked of us is answered. */
  record WeAnswer(StoredMessage message) implements Turn {}

  /** A person wrote and asked us for nothing. */
  record TheyAnswer(StoredMessage message, String quote, Tone tone) implements Turn {

    /** Whether it says that what was open is settled, or thanks for it. */
    boolean settles() {
      return tone != Tone.PLAIN;
    }
  }

  /** A person wrote so little, or so vaguely, that it is not said who is next. */
  record TheyLeaveOpen(StoredMessage message, String quote, Doubt why) implements Turn {}

  /** What an answer that asks nothing says about what was open. */
  enum Tone {
    /** Nothing. */
    PLAIN,
    /** It thanks, or takes note: that answers what they asked, and delivers nothing of ours. */
    THANKS,
    /** That it is settled. */
    DONE
  }

  /** Why a message does not tell who is next. */
  enum Doubt {
    /** It commits to nothing: "interesting, hm". */
    VAGUE,
    /** It says next to nothing, and nothing came before it. */
    TERSE,
    /** It puts the matter off and names no day. */
    SOMETIME
  }

  /** What somebody wants of somebody. */
  enum Want {
    /** An answer or an action. */
    REPLY,
    /** A decision about something handed in. */
    DECISION,
    /** A change in something handed in. */
    CHANGE,
    /** That we turn to somebody else. */
    TURN_TO,
    /** Another time, since this one was called off. */
    OTHER_TIME
  }
}
