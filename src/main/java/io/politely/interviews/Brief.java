package io.politely.interviews;

import io.politely.calendar.Meeting;
import io.politely.interviews.BriefGuide.Concern;
import io.politely.interviews.BriefGuide.Field;
import io.politely.interviews.BriefGuide.Minutes;
import io.politely.kernel.EmailAddress;
import io.politely.people.PersonId;
import io.politely.pursuits.Pursuit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that one should know before a meeting.
 *
 * @param aim the pursuit that it belongs to, or null
 * @param frame what it is for, what one wants, how to end, how to get there
 * @param requirements what the pursuit asks for, with the proof that one has
 * @param concerns what may be thought and not said; the user's own first
 * @param likely questions that may come, those that were asked before first
 * @param asks questions to ask: what is not known first
 * @param openBy the day by which it should have been opened
 */
public record Brief(
    Meeting meeting,
    Interview interview,
    @Nullable Pursuit aim,
    List<Participant> participants,
    List<Answered> frame,
    List<Proof> requirements,
    List<Answered> basics,
    List<Doubt> concerns,
    List<Expected> likely,
    List<Question> asks,
    List<Answered> money,
    List<Answered> expectations,
    List<String> experience,
    List<Check> checks,
    List<Minutes> plan,
    List<Practice> practices,
    LocalDate openBy) {

  public Brief {
    participants = List.copyOf(participants);
    frame = List.copyOf(frame);
    requirements = List.copyOf(requirements);
    basics = List.copyOf(basics);
    concerns = List.copyOf(concerns);
    likely = List.copyOf(likely);
    asks = List.copyOf(asks);
    money = List.copyOf(money);
    expectations = List.copyOf(expectations);
    experience = List.copyOf(experience);
    checks = List.copyOf(checks);
    plan = List.copyOf(plan);
    practices = List.copyOf(practices);
  }

  /** The pursuit that it belongs to. */
  public Optional<Pursuit> pursuit() {
    return Optional.ofNullable(aim);
  }

  /** How much of it is ready, of 100. */
  public int ready() {
    long done = checks.stream().filter(Check::isDone).count();
    return checks.isEmpty() ? 100 : (int) (100 * done / checks.size());
  }

  /**
   * Somebody who comes.
   *
   * @param person null where nobody is known under the address
   * @param role what they do and where, or ""
   * @param level their seniority with the words that tell it, or ""
   * @param part as what they are in the pursuit, or ""
   * @param wrote what they wrote us last, or null
   * @param mutuals whom else we know where they work
   * @param notes what the user noted of them
   * @param zone where their clock hangs, or null
   */
  public record Participant(
      @Nullable PersonId person,
      String name,
      @Nullable EmailAddress address,
      String role,
      String level,
      String part,
      @Nullable Wrote wrote,
      List<String> mutuals,
      List<String> notes,
      @Nullable ZoneId zone,
      List<Answered> fields) {

    public Participant {
      mutuals = List.copyOf(mutuals);
      notes = List.copyOf(notes);
      fields = List.copyOf(fields);
    }
  }

  /** Their last letter to us. */
  public record Wrote(UUID conversation, String subject, String words, Instant at) {}

  /**
   * A field, known or not.
   *
   * @param words what is known, or ""
   * @param source where it is known from, or ""
   */
  public record Answered(Field field, UUID subject, String words, String source) {

    /** Whether it is known. */
    public boolean isKnown() {
      return !words.isBlank();
    }
  }

  /** A requirement, and the proof that one meets it, or "". */
  public record Proof(String key, String requirement, String words) {}

  /**
   * A concern and the answer to it, or "".
   *
   * @param isOwn whether the user or a debrief raised it; then it comes first
   */
  public record Doubt(Concern concern, String key, String words, boolean isOwn) {

    /** Under which id it is kept, where it is none of the library. */
    public Optional<UUID> kept() {
      return isOwn
          ? Optional.of(UUID.fromString(key.substring(BriefGuide.RAISED.length())))
          : Optional.empty();
    }
  }

  /**
   * A question that may come.
   *
   * @param why where that is known from: "Asked here twice, last in May"
   */
  public record Expected(String question, String why, boolean practise) {}

  /** A question to ask, what to ask after it, and why. */
  public record Question(String question, String follow, String why) {}

  /** Something that should be ready. */
  public record Check(String key, String says, boolean isDone) {}

  /** An answer that was said aloud. */
  public record Practice(UUID id, String question, int seconds, String verdict, Instant at) {}
}
