package io.politely.interviews;

import io.politely.interviews.DebriefRules.Met;
import io.politely.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a debrief: proposals, and the clock of a decision, which runs by itself.
 * Nothing is sent by itself.
 *
 * @param thanks to whom a letter of thanks may go within a day; none for recruiters
 * @param ours what was promised to them, each in a line
 * @param theirs what they promised
 * @param promisers who is known of those who were met
 * @param strangers who was met and is not known
 * @param named the day that they named, or null
 * @param waiting with whom the clock of a decision runs
 * @param unkept concerns that were told and are not among the kept ones
 * @param kept concerns of the pursuit
 * @param contradictions of what was said with what had been said before
 * @param learned what the bank of questions took
 * @param leftOut what it did not take, with why
 * @param tell who may be told by a note: the recruiter, who made the introduction
 * @param clients who may be asked for their version; for recruiters alone
 */
public record AfterDebrief(
    DebriefSheet sheet,
    List<Thanks> thanks,
    List<String> ours,
    List<String> theirs,
    List<Met> promisers,
    List<Met> strangers,
    @Nullable LocalDate named,
    List<Waiting> waiting,
    List<String> unkept,
    List<Concern> kept,
    List<Contradiction> contradictions,
    List<BankQuestion> learned,
    List<LeftOut> leftOut,
    List<Somebody> tell,
    List<Somebody> clients) {

  public AfterDebrief {
    thanks = List.copyOf(thanks);
    ours = List.copyOf(ours);
    theirs = List.copyOf(theirs);
    promisers = List.copyOf(promisers);
    strangers = List.copyOf(strangers);
    waiting = List.copyOf(waiting);
    unkept = List.copyOf(unkept);
    kept = List.copyOf(kept);
    contradictions = List.copyOf(contradictions);
    learned = List.copyOf(learned);
    leftOut = List.copyOf(leftOut);
    tell = List.copyOf(tell);
    clients = List.copyOf(clients);
  }

  /** The day that they named for a decision or a word. */
  public Optional<LocalDate> day() {
    return Optional.ofNullable(named);
  }

  /**
   * A letter of thanks that may be written.
   *
   * @param insight what was taken from talking with them, or ""
   * @param proof what bears on it, or ""
   * @param followUp where it is written already, a path; or ""
   * @param until when a day has passed
   */
  public record Thanks(
      PersonId person, String name, String insight, String proof, String followUp, Instant until) {}

  /**
   * Somebody whose word is waited for.
   *
   * @param path of the follow-up
   */
  public record Waiting(String path, String name) {}

  /** A question that is kept out of the bank, with why. */
  public record LeftOut(String words, String why) {}

  /** Somebody of the pursuit, with the role that they have there. */
  public record Somebody(PersonId person, String name, String role) {}

  /**
   * Two answers to one question that do not fit together.
   *
   * @param meeting what the earlier meeting is called
   */
  public record Contradiction(
      String question, String now, String before, String meeting, Instant at) {}
}
