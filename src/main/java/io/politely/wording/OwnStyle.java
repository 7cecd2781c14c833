package io.politely.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the user writes letters in a language, as far as their own letters tell. What they wrote to
 * this reader before goes first.
 *
 * @param greeting how a letter begins, in the notation of templates; "" for the usual one
 * @param signOff the last lines of a letter; "" for the usual one
 * @param medianWords half of their letters have at most so many words; 0 where it is not known
 * @param formality how this reader is addressed
 * @param letters on how many letters it rests
 * @param lettersToThem how many of them went to this reader
 */
public record OwnStyle(
    String greeting,
    String signOff,
    int medianWords,
    Formality formality,
    int letters,
    int lettersToThem) {

  /** How a reader is addressed, where the language asks for a choice: "Sie" or "du". */
  public enum Formality {
    FORMAL,
    FAMILIAR
  }

  /** Fewer letters tell nothing of a habit. */
  static final int ENOUGH_LETTERS = 5;

  /** What is said in a third of the letters is a habit. */
  private static final int HABIT_SHARE = 3;

  /** Whose letters are mostly below the 50 words from which on most are answered likes it short. */
  private static final int SHORT_LETTER = 50;

  /** Nothing is known of how they write. */
  public static OwnStyle unknown() {
    return new OwnStyle("", "", 0, Formality.FORMAL, 0, 0);
  }

  /**
   * Learns it.
   *
   * @param all their letters, the newest first
   * @param toThem those to this reader, the newest first; they may be among the others
   * @param language of the letter that is to be written
   */
  public static OwnStyle learn(List<OwnLetter> all, List<OwnLetter> toThem, String language) {
    var letters = readings(all, language);
    var before = readings(toThem, language);
    boolean isHabit = letters.size() >= ENOUGH_LETTERS;
    var greeting =
        first(before, OwnStyleReading::greetingToThem)
            .or(() -> isHabit ? habit(letters, OwnStyleReading::greeting) : Optional.empty());
    var signOff =
        habit(before, OwnStyleReading::signOff)
            .or(() -> isHabit ? habit(letters, OwnStyleReading::signOff) : Optional.empty());
    var formality =
        first(before, OwnStyleReading::formality)
            .or(() -> isHabit ? habit(letters, OwnStyleReading::formality) : Optional.empty());
    boolean isKnown = isHabit || !before.isEmpty();
    return new OwnStyle(
        greeting.orElse(""),
        signOff.orElse(""),
        isHabit ? median(letters) : 0,
        formality.orElse(Formality.FORMAL),
        isKnown ? Math.max(letters.size(), before.size()) : 0,
        before.size());
  }

  /** On what it rests, for the user. */
  public String said() {
    return lettersToThem > 0
        ? "Opener and tone as in your %s to them.".formatted(counted(lettersToThem))
        : "Opener, sign-off and tone as in %s of yours.".formatted(counted(letters));
  }

  boolean isShort() {
    return medianWords > 0 && medianWords < SHORT_LETTER;
  }

  TemplateSentence opener() {
    return greeting.isEmpty()
        ? new TemplateSentence(false, false, List.of())
        : TemplateSentence.of(List.of(greeting));
  }

  private static String counted(int letters) {
    return letters == 1 ? "one letter" : letters + " letters";
  }

  private static List<OwnStyleReading> readings(List<OwnLetter> letters, String language) {
    return letters.stream()
        .filter(letter -> letter.language().equals(language) && !letter.text().isBlank())
        .map(OwnStyleReading::of)
        .toList();
  }

  private static <T> Optional<T> first(
      List<OwnStyleReading> letters, Function<OwnStyleReading, Optional<T>> trait) {
    return letters.stream().map(trait).flatMap(Optional::stream).findFirst();
  }

  /** What most letters share, at least two of them and a third. */
  private static <T> Optional<T> habit(
      List<OwnStyleReading> letters, Function<OwnStyleReading, Optional<T>> trait) {
    var seen = new ArrayList<T>();
    letters.stream().map(trait).flatMap(Optional::stream).forEach(seen::add);
    var counts =
        seen.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .filter(it -> it.getValue() > 1 && it.getValue() * HABIT_SHARE >= letters.size())
        .max(
            Map.Entry.<T, Long>comparingByValue()
                .thenComparing(it -> -seen.indexOf(it.getKey()), Comparator.naturalOrder()))
        .map(Map.Entry::getKey);
  }

  private static int median(List<OwnStyleReading> letters) {
    var words = letters.stream().map(OwnStyleReading::words).sorted().toList();
    return words.get((words.size() - 1) / 2);
  }
}
