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

  /** A person wrote and asked us for nothing. {@code settles}: says so, or thanks. */
  record TheyAnswer(StoredMessage message, String quote, boolean settles) implements Turn {}

  /** What somebody wants of somebody. */
  enum Want {
    /** An answer or an action. */
    REPLY,
    /** A decision about something handed in. */
    DECISION,
    /** A change in something handed in. */
    CHANGE
  }
}
