package io.politely.interviews;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked after a meeting.
 *
 * @param dated the day on which it was reviewed
 * @param gate on which all but one part depends: whether it took place
 * @param evidence what it rests on, by name
 * @param parts in the order in which they are asked
 * @param questions in the order in which they are asked; the last one is the one question
 * @param client what the client is asked about the same meeting
 */
public record DebriefBank(
    String dated,
    Gate gate,
    Map<String, Evidence> evidence,
    List<Part> parts,
    List<Question> questions,
    List<OfClient> client) {

  /** The question that everything ends with. */
  public static final String LAST = "end.accept";

  /** Fewer questions are no bank. */
  static final int LEAST = 120;

  /** How many questions the short path may have, beside the last. */
  static final int MOST_SHORT = 12;

  /** An answer, whatever it says. */
  static final String ANY = "*";

  public DebriefBank {
    evidence = Map.copyOf(evidence);
    parts = List.copyOf(parts);
    questions = List.copyOf(questions);
    client = List.copyOf(client);
  }

  /** What a part rests on. */
  public record Evidence(String says, String strength) {}

  /** Questions that belong together. */
  public record Part(String key, String title, List<String> evidence) {

    public Part {
      evidence = List.copyOf(evidence);
    }
  }

  /** What must have been answered before a question is asked. */
  public record Condition(String question, List<String> is) {

    public Condition {
      is = List.copyOf(is);
    }

    /** Whether an answer meets it. */
    boolean isMetBy(String answer) {
      return !answer.isBlank()
          && is.stream().anyMatch(it -> it.equals(ANY) || it.equalsIgnoreCase(answer.strip()));
    }
  }

  /** What all parts but one depend on. */
  public record Gate(Condition condition, String besides) {}

  /** How a question is answered. */
  public enum AnswerKind {
    YES_NO,
    CHOICE,
    /** From 1 to 5. */
    SCALE,
    TIME,
    MINUTES,
    DATE,
    /** One of those who were there, or a name. */
    PERSON,
    /** Those who were there: ids and typed names, one on each line. */
    PEOPLE,
    TEXT,
    /** One on each line. */
    LIST,
    /** One on each line; the day is said afterwards. */
    PROMISES,
    /** YES, NO, or their words. */
    COMMITMENT;

    /** The word for it in the bank. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<AnswerKind> of(String word) {
      return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    boolean isOfLines() {
      return this == LIST || this == PROMISES || this == PEOPLE;
    }
  }

  /**
   * One question.
   *
   * @param texts by seat
   * @param isShort whether it is asked on the short path too
   * @param isEach whether it is asked about everybody who was met; {@code {person}} is their name
   * @param when what must have been answered before, or null
   * @param options of a choice
   * @param feeds what its answer is used for, a word; or ""
   */
  public record Question(
      String key,
      String part,
      AnswerKind kind,
      Map<Seat, String> texts,
      boolean isShort,
      boolean isEach,
      @Nullable Condition when,
      List<String> options,
      String feeds,
      String hint) {

    public Question {
      texts = Map.copyOf(texts);
      options = List.copyOf(options);
    }

    /** Whether it is asked from a seat. */
    public boolean isFor(Seat seat) {
      return texts.containsKey(seat);
    }

    /** How it is asked. */
    public String text(Seat seat, String person) {
      return texts.getOrDefault(seat, "").replace("{person}", person);
    }
  }

  /**
   * A question to the client.
   *
   * @param beside the question of ours whose answer stands beside theirs
   */
  public record OfClient(
      String key, AnswerKind kind, String text, String beside, List<String> options) {

    public OfClient {
      options = List.copyOf(options);
    }
  }

  /** A question by its key. */
  public Optional<Question> question(String key) {
    return questions.stream().filter(it -> it.key().equals(key)).findFirst();
  }

  /** All questions that are asked from a seat. */
  public List<Question> of(Seat seat) {
    return questions.stream().filter(it -> it.isFor(seat)).toList();
  }

  /** The questions whose answers are used for something. */
  public List<Question> feeding(String use) {
    return questions.stream().filter(it -> it.feeds().equals(use)).toList();
  }

  /** The title of a part. */
  public String title(String part) {
    return parts.stream()
        .filter(it -> it.key().equals(part))
        .map(Part::title)
        .findFirst()
        .orElse(part);
  }

  /** What is wrong with it, sentences; empty where nothing is. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    var byKey = new LinkedHashMap<String, Question>();
    for (var question : questions) {
      if (byKey.put(question.key(), question) != null) {
        problems.add("%s is there twice.".formatted(question.key()));
      }
      problems.addAll(problemsOf(question));
    }
    for (var seat : Seat.values()) {
      problems.addAll(problemsOf(seat, byKey));
    }
    problems.addAll(cycles(byKey));
    if (byKey.size() < LEAST) {
      problems.add("There are %d questions, and %d are wanted.".formatted(byKey.size(), LEAST));
    }
    if (!questions.isEmpty() && !questions.getLast().key().equals(LAST)) {
      problems.add("The last question is %s.".formatted(questions.getLast().key()));
    }
    for (var one : client) {
      if (!byKey.containsKey(one.beside())) {
        problems.add("%s stands beside %s, which is none.".formatted(one.key(), one.beside()));
      }
    }
    for (var part : parts) {
      part.evidence().stream()
          .filter(it -> !evidence.containsKey(it))
          .forEach(it -> problems.add("%s rests on %s, which is none.".formatted(part.key(), it)));
    }
    return problems;
  }

  private List<String> problemsOf(Question question) {
    var problems = new ArrayList<String>();
    if (parts.stream().noneMatch(it -> it.key().equals(question.part()))) {
      problems.add(
          "%s is in the part %s, which is none.".formatted(question.key(), question.part()));
    }
    if (question.texts().isEmpty()
        || question.texts().values().stream().anyMatch(String::isBlank)) {
      problems.add("%s has no text.".formatted(question.key()));
    }
    if ((question.kind() == AnswerKind.CHOICE) == question.options().isEmpty()) {
      problems.add("%s has a choice without options, or the reverse.".formatted(question.key()));
    }
    return problems;
  }

  private List<String> problemsOf(Seat seat, Map<String, Question> byKey) {
    var problems = new ArrayList<String>();
    var before = new HashSet<String>();
    for (var question : of(seat)) {
      var when = question.when();
      if (when != null) {
        var other = byKey.get(when.question());
        if (other == null || !before.contains(when.question())) {
          problems.add(
              "%s depends on %s, which is not asked before it (%s)."
                  .formatted(question.key(), when.question(), seat.word()));
        } else if (other.isEach() && !question.isEach()) {
          problems.add("%s depends on one of many answers.".formatted(question.key()));
        } else {
          unknown(other, when)
              .forEach(it ->
                  problems.add(
                      "%s waits for “%s”, which %s never answers."
                          .formatted(question.key(), it, other.key())));
        }
      }
      before.add(question.key());
    }
    if (!before.contains(gate.condition().question())) {
      problems.add("The gate is not asked (%s).".formatted(seat.word()));
    }
    long brief =
        of(seat).stream()
            .filter(it -> it.isShort() && it.when() == null && !it.key().equals(LAST))
            .count();
    if (brief > MOST_SHORT) {
      problems.add("The short path has %d questions (%s).".formatted(brief, seat.word()));
    }
    return problems;
  }

  private static List<String> unknown(Question other, Condition when) {
    var possible =
        switch (other.kind()) {
          case YES_NO -> Set.of("yes", "no");
          case SCALE -> Set.of("1", "2", "3", "4", "5");
          case CHOICE -> Set.copyOf(other.options());
          default -> Set.of(ANY);
        };
    return when.is().stream().filter(it -> !it.equals(ANY) && !possible.contains(it)).toList();
  }

  private static List<String> cycles(Map<String, Question> byKey) {
    var problems = new ArrayList<String>();
    var harmless = new HashMap<String, Boolean>();
    for (var key : byKey.keySet()) {
      var seen = new HashSet<String>();
      var at = byKey.get(key);
      while (at != null && !harmless.containsKey(at.key())) {
        if (!seen.add(at.key())) {
          problems.add("%s depends on itself.".formatted(key));
          break;
        }
        var when = at.when();
        at = when == null ? null : byKey.get(when.question());
      }
      seen.forEach(it -> harmless.put(it, true));
    }
    return problems;
  }
}
