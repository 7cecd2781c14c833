package io.politely.interviews;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a brief asks for: fields, the two basic questions, concerns that go unsaid, questions that
 * are likely and questions to ask, and a plan for the last quarter of an hour.
 */
public record BriefGuide(
    List<Field> fields,
    List<Field> basics,
    List<Concern> concerns,
    List<Likely> likely,
    List<Ask> asks,
    List<Minutes> plan) {

  public BriefGuide {
    fields = List.copyOf(fields);
    basics = List.copyOf(basics);
    concerns = List.copyOf(concerns);
    likely = List.copyOf(likely);
    asks = List.copyOf(asks);
    plan = List.copyOf(plan);
  }

  /** Before the id of a requirement: the key of the proof that one meets it. */
  static final String PROOF = "proof:";

  /** Before the id of a concern that a debrief told of: the key of the answer to it. */
  static final String RAISED = "concern:raised:";

  /** The key of the user's own questions to ask, one in a line. */
  static final String ASKS = "asks";

  /** What a line of a brief is about, so that it is known again in the next brief. */
  public enum Scope {
    /** This meeting alone. */
    MEETING,
    /** Somebody who comes. */
    PERSON,
    /** The job, the search or the deal. */
    PURSUIT,
    /** The user, wherever they go. */
    OWN;

    /** The word for it in tables and forms. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What a word stands for. */
    public static Optional<Scope> of(String word) {
      return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
  }

  /** Where a field stands in a brief. */
  public enum Where {
    FRAME,
    BUYER,
    MONEY,
    EXPECTATIONS,
    BASICS
  }

  /**
   * Something that one should know before a meeting.
   *
   * @param hint what a good answer holds, or ""
   * @param ask the question to ask where it is not known, or ""
   * @param follow what to ask after that, or ""
   */
  public record Field(
      String key,
      Scope scope,
      Where where,
      String label,
      String hint,
      String ask,
      String follow,
      Set<Seat> seats) {

    public Field {
      seats = Set.copyOf(seats);
    }
  }

  /**
   * A doubt that nobody says aloud.
   *
   * @param thought as they think it
   * @param answer of which facts an answer is made
   */
  public record Concern(String key, String label, String thought, String answer, Set<Seat> seats) {

    public Concern {
      seats = Set.copyOf(seats);
    }
  }

  /**
   * A question that is likely to come.
   *
   * @param practise whether it is worth saying the answer aloud
   */
  public record Likely(
      String question, Set<InterviewKind> kinds, Set<Seat> seats, boolean practise) {

    public Likely {
      kinds = Set.copyOf(kinds);
      seats = Set.copyOf(seats);
    }
  }

  /** A question to ask, and what to ask after it. */
  public record Ask(String question, String follow, Set<InterviewKind> kinds, Set<Seat> seats) {

    public Ask {
      kinds = Set.copyOf(kinds);
      seats = Set.copyOf(seats);
    }
  }

  /** A part of the last quarter of an hour. */
  public record Minutes(int minutes, String what) {}

  /** The fields of a seat that stand somewhere, in order. */
  List<Field> fields(Seat seat, Where where) {
    return (where == Where.BASICS ? basics : fields)
        .stream().filter(it -> it.where() == where && it.seats().contains(seat)).toList();
  }

  /** Whether lines of a scope may be kept under a key. */
  boolean knows(Scope scope, String key) {
    boolean isField = fields.stream().anyMatch(it -> it.scope() == scope && it.key().equals(key));
    boolean isOfSelf =
        basics.stream().anyMatch(it -> it.key().equals(key))
            || concerns.stream().anyMatch(it -> concern(it).equals(key))
            || key.startsWith(RAISED)
            || key.startsWith(PROOF);
    return switch (scope) {
      case MEETING -> isField || key.equals(ASKS);
      case PURSUIT -> isField;
      case PERSON -> isField || isOfSelf;
      case OWN -> isOfSelf;
    };
  }

  /** The key of the answer to a concern. */
  static String concern(Concern concern) {
    return "concern:" + concern.key();
  }
}
