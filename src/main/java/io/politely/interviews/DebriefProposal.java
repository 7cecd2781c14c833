package io.politely.interviews;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate's own words about a meeting come to, for the user to confirm. Nothing is in it
 * that was not told: what is missing is null or an empty list.
 *
 * @param visit when they came, began and left
 * @param met whom they met, in the order of the telling
 * @param questions what they were asked
 * @param candidateQuestions what they asked themselves
 * @param decision whether they would accept
 * @param salary the figure that makes it acceptable
 * @param concerns what speaks against it, for either side
 * @param promises what the candidate has to do, and by when
 * @param clientFacts what was learned about the client
 */
public record DebriefProposal(
    Visit visit,
    List<Met> met,
    List<Question> questions,
    List<String> candidateQuestions,
    @Nullable Vibe vibe,
    @Nullable NextStep nextStep,
    @Nullable Decision decision,
    @Nullable Salary salary,
    List<String> concerns,
    List<Promise> promises,
    List<String> clientFacts) {

  public DebriefProposal {
    met = List.copyOf(met);
    questions = List.copyOf(questions);
    candidateQuestions = List.copyOf(candidateQuestions);
    concerns = List.copyOf(concerns);
    promises = List.copyOf(promises);
    clientFacts = List.copyOf(clientFacts);
  }

  /**
   * The times of a meeting on the clock of the place where it was.
   *
   * @param arrived on the premises; for a call the moment of logging in
   * @param entered the building
   * @param scheduled for when it was set
   * @param minutes from its start to its end; as told where no end was
   */
  public record Visit(
      @Nullable LocalTime arrived,
      @Nullable LocalTime entered,
      @Nullable LocalTime scheduled,
      @Nullable LocalTime started,
      @Nullable LocalTime ended,
      @Nullable Integer minutes) {}

  /** Somebody who was there, with the title as told and the minutes spent with them. */
  public record Met(String name, @Nullable String title, @Nullable Integer minutes) {}

  /** What was asked, by whom if that is told, what was answered, and how that was taken. */
  public record Question(
      @Nullable String askedBy, String question, @Nullable String answer, Landed landed) {}

  /** How an answer was taken, as the candidate tells it. */
  public enum Landed {
    GOOD,
    OK,
    WEAK,
    UNKNOWN
  }

  /** The mood of the meeting, with the words that tell it. */
  public record Vibe(Mood mood, String quote) {}

  /** What a mood is called. */
  public enum Mood {
    POSITIVE,
    MIXED,
    NEUTRAL,
    NEGATIVE
  }

  /** What comes next, whose turn it is, and the last day on which it is in time. */
  public record NextStep(String what, Side who, @Nullable LocalDate due) {}

  /** Whose turn something is. */
  public enum Side {
    CLIENT,
    CANDIDATE,
    RECRUITER
  }

  /** Whether they would accept, in their words. */
  public record Decision(Commitment commitment, String quote) {}

  /**
   * A figure as a condition.
   *
   * @param amount the least that makes it acceptable, in whole units of the currency
   * @param currency its three letters
   * @param period hour, day, month or year
   * @param kind "minimum", "minimum base", "minimum plus relocation" or "target"
   * @param quote the words that tell it
   * @param target a second, better figure
   */
  public record Salary(
      int amount,
      String currency,
      String period,
      String kind,
      String quote,
      @Nullable Integer target) {}

  /** What the candidate has to do, and the last day on which that is in time. */
  public record Promise(String what, @Nullable LocalDate due) {}
}
