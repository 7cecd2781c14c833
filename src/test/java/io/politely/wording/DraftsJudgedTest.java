package io.politely.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  private static Fields onlyNames() {
    return Fields.none()
        .with(Field.FIRST_NAME, "Ada")
        .with(Field.PURSUIT, "Head of Night Shift")
        .with(Field.TARGET, "Alan Turing")
        .with(Field.ANSWER_BY, DraftCast.THURSDAY)
        .with(Field.MY_NAME, "Tom");
  }

  private static Judgement judged(DraftLetter letter, String row, DraftStep step, Rank rank) {
    var monday = DraftCast.MONDAY.atTime(9, 0).atZone(BERLIN);
    return WORDING.judge(
        new Writing(letter.subject(), letter.body(), monday), circumstances(row, step, rank));
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
