package io.politely.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program drafts must stand before the program's own judge. */
class DraftsJudgedTest {

  private static final Wording WORDING = new Wording();
  private static final Drafts DRAFTS = new Drafts();
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A yes to any of these costs at most this many minutes. */
  private static final int MOST_MINUTES = 15;

  static Stream<String> languages() {
    return DraftCast.languages().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_letter_is_polite_without_a_remark(String language) {
    for (var row : DraftCast.ROWS) {
      for (var step : DraftCast.steps()) {
        check(language, row, step, OwnStyle.unknown(), Rank.INDIVIDUAL);
        check(language, row, step, DraftCast.familiar(), Rank.C_LEVEL);
      }
    }
  }

  private static void check(
      String language, String row, DraftStep step, OwnStyle style, Rank rank) {
    var letter =
        DRAFTS.draft(DraftCast.request(row, step, language, DraftCast.everything(), style));

    var judged = judged(letter, row, step, rank);

    var where = "%s %s %s:%n%s".formatted(language, row, step, letter.body());
    assertThat(judged.remarks()).as(where).isEmpty();
    assertThat(judged.politeness()).as(where).isEqualTo(Politeness.POLITE);
    var minutes = judged.askMinutes();
    assertThat(minutes == null ? 0 : minutes).as(where).isLessThanOrEqualTo(MOST_MINUTES);
  }

  /** What is left out may cost a letter its news, but never its manners. */
  @ParameterizedTest
  @MethodSource("languages")
  void a_letter_of_which_little_is_known_is_polite(String language) {
    for (var row : DraftCast.ROWS) {
      for (var step : DraftCast.steps()) {
        for (var known : List.of(Fields.none(), onlyNames())) {
          var letter =
              DRAFTS.draft(DraftCast.request(row, step, language, known, OwnStyle.unknown()));

          var judged = judged(letter, row, step, Rank.MANAGER);

          var where = "%s %s %s:%n%s".formatted(language, row, step, letter.body());
          assertThat(judged.politeness()).as(where).isEqualTo(Politeness.POLITE);
          assertThat(judged.remarks())
              .as(where)
              .extracting(Remark::kind)
              .isSubsetOf(RemarkKind.NO_NEW_VALUE, RemarkKind.EMPTY_SUBJECT);
        }
      }
    }
  }

  /**
   * The how-manieth letter it is to its reader need not be its number in the plan: others wrote
   * before, or they spoke since.
   */
  @ParameterizedTest
  @MethodSource("languages")
  void a_letter_of_ours_is_blamed_for_nothing_that_it_says(String language) {
    for (var row : DraftCast.ROWS) {
      for (var step : DraftCast.steps()) {
        for (var style : List.of(OwnStyle.unknown(), DraftCast.familiar())) {
          for (var known : List.of(onlyNames(), DraftCast.everything())) {
            var letter = DRAFTS.draft(DraftCast.request(row, step, language, known, style));
            for (int touch = 1; touch <= 3; touch += 2) {
              var judged =
                  WORDING.judge(
                      writing(letter),
                      new Circumstances(
                          Rank.INDIVIDUAL,
                          Closeness.COLD,
                          row,
                          touch,
                          touch == 1 ? null : Integer.valueOf(7),
                          false,
                          "",
                          null,
                          false));

              assertThat(judged.remarks())
                  .as("%s %s %s, letter %d:%n%s", language, row, step, touch, letter.body())
                  .extracting(Remark::kind)
                  .isSubsetOf(RemarkKind.NO_NEW_VALUE, RemarkKind.EMPTY_SUBJECT);
              assertThat(judged.emptyPhrases()).as(letter.body()).isEmpty();
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A plain no helps me too.",
        "An honest no is fine.",
        "A short no will do.",
        "Ein klares Nein hilft mir auch.",
        "Un simple non m’aide aussi.",
        "Un no claro también me ayuda.",
        "Anche un semplice no mi aiuta.",
        "Een duidelijk nee helpt mij ook.",
        "Um simples não também me ajuda."
      })
  void a_no_that_is_welcome_is_an_easy_one_whatever_one_calls_it(String sentence) {
    var body = "Hello Ada,\n\nCould you send me the rota? " + sentence + "\n\nTom";

    var judged =
        WORDING.judge(
            new Writing("Rota", body, DraftCast.MONDAY.atTime(9, 0).atZone(BERLIN)),
            new Circumstances(Rank.INDIVIDUAL, Closeness.COLD, "J1", 2, 9, false, "", null, false));

    assertThat(judged.remarks()).extracting(Remark::kind).doesNotContain(RemarkKind.NO_EASY_NO);
  }

  private static Fields onlyNames() {
    return Fields.none()
        .with(Field.FIRST_NAME, "Ada")
        .with(Field.PURSUIT, "Head of Night Shift")
        .with(Field.TARGET, "Alan Turing")
        .with(Field.ANSWER_BY, DraftCast.THURSDAY)
        .with(Field.MY_NAME, "Tom");
  }

  private static Judgement judged(DraftLetter letter, String row, DraftStep step, Rank rank) {
    return WORDING.judge(writing(letter), circumstances(row, step, rank));
  }

  private static Writing writing(DraftLetter letter) {
    var monday = DraftCast.MONDAY.atTime(9, 0).atZone(BERLIN);
    return new Writing(letter.subject(), letter.body(), monday);
  }

  private static Circumstances circumstances(String row, DraftStep step, Rank rank) {
    boolean isCold = List.of("J1", "X1", "R1", "S1").contains(row);
    return switch (step) {
      case DraftStep.Touch touch ->
          new Circumstances(
              rank,
              isCold ? Closeness.COLD : Closeness.WARM,
              row,
              touch.number(),
              touch.number() == 1 ? null : 7,
              false,
              "",
              null,
              false);
      case DraftStep.Closing _ ->
          new Circumstances(
              rank, isCold ? Closeness.COLD : Closeness.WARM, row, 4, 10, false, "", null, false);
      case DraftStep.Connector _ ->
          new Circumstances(rank, Closeness.WARM, "J4", 1, null, false, "", null, false);
    };
  }
}
