package io.politely.cadence;

import io.politely.cadence.EventRules.Content;
import io.politely.cadence.Planner.Acquaintance;
import io.politely.mail.StoredMessage;
import io.politely.wording.Circumstances;
import io.politely.wording.Closeness;
import io.politely.wording.Judgement;
import io.politely.wording.ValueKind;
import io.politely.wording.Wording;
import io.politely.wording.Writing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads letters of ours as their readers would: what they ask, what they bring, what grates. */
@Component
class LetterJudge {

  /** What is older weighs on nobody any more, so nobody needs to know what it said. */
  private static final Duration READ_BACK = Duration.ofDays(120);

  private static final Pattern REPLY = Pattern.compile("(?i)^\\s*re:\\s*");

  private static final Content FORGOTTEN = new Content(null, ValueKind.NONE);

  private final Wording wording;

  LetterJudge(Wording wording) {
    this.wording = wording;
  }

  /** What a letter asked and brought that was sent. */
  Content content(StoredMessage message, Instant now) {
    if (message.sentAt().isBefore(now.minus(READ_BACK))) {
      return FORGOTTEN;
    }
    var judgement =
        wording.judge(
            new Writing(
                message.subject(),
                message.reading().newestText(),
                message.sentAt().atZone(ZoneOffset.UTC)),
            Circumstances.ofFirstLetter());
    return new Content(judgement.askMinutes(), judgement.value());
  }

  /**
   * How a letter would be taken.
   *
   * @param situation the row of the policy, or "other"
   * @param answers whether it answers them
   */
  Judgement judge(
      Acquaintance reader,
      String situation,
      String subject,
      String body,
      boolean answers,
      Instant at) {
    var history = reader.history();
    var unanswered = history.unanswered(at);
    return wording.judge(
        new Writing(subject, body, at.atZone(reader.time().zone())),
        new Circumstances(
            reader.rank(),
            closeness(reader.tie()),
            situation,
            unanswered.size() + 1,
            days(unanswered.isEmpty() ? null : unanswered.getLast().at(), at),
            answers,
            "",
            null,
            false));
  }

  /** Before the subject of a letter that goes on with a conversation, "Re:" poses as nothing. */
  static String subject(String subject, boolean goesOn) {
    return goesOn ? REPLY.matcher(subject).replaceFirst("") : subject;
  }

  private static @Nullable Integer days(@Nullable Instant last, Instant at) {
    return last == null ? null : Integer.valueOf((int) ChronoUnit.DAYS.between(last, at));
  }

  private static Closeness closeness(double tie) {
    return tie >= 0.75
        ? Closeness.STRONG
        : tie >= 0.45 ? Closeness.WARM : tie > 0 ? Closeness.WEAK : Closeness.COLD;
  }
}
