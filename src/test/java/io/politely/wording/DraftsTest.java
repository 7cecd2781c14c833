package io.politely.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.politely.wording.OwnStyle.Formality;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every letter, whatever is known and whatever is not. */
class DraftsTest {

  private static final Pattern UNTIDY =
      Pattern.compile(
          "null|[{}|\\[\\]]|[ ]{2}|\\n{3}|[ ]\\n|\\n[ ]|[ ][.,;:!?]|[.,;:]{2}|[!?][.,]|“”"
              + "|(?m)^[.,;:!?]");

  private static final Pattern FINISHED = Pattern.compile("(?s).*([.!?…][”“»]?|https://\\S+)");

  private static final TemplateBook BOOK = Drafts.book();

  private final Drafts drafts = new Drafts();

  static Stream<String> languages() {
    return DraftCast.languages().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void no_letter_shows_that_something_is_not_known(String language) {
    var seen = new HashSet<Template>();
    for (var row : DraftCast.ROWS) {
      for (var step : DraftCast.steps()) {
        var found = BOOK.letter(language, row, step);
        if (found.language().equals(language) && seen.add(found.template())) {
          DraftCast.combinations(
              DraftCast.fieldsOf(row, step, language), known -> check(row, step, language, known));
        }
      }
    }
  }

  private void check(String row, DraftStep step, String language, Fields known) {
    var letter = draft(row, step, language, known, OwnStyle.unknown());
    var body = letter.body();
    Supplier<String> where =
        () -> "%s %s %s with %s".formatted(language, row, step, known.values().keySet());

    assertThat(plain(letter)).as(where).doesNotContainPattern(UNTIDY);
    assertThat(body.split("\\s+", -1).length).as(where).isLessThanOrEqualTo(125);
    assertThat(body.chars().filter(c -> c == '?').count()).as(where).isLessThanOrEqualTo(2);
    assertThat(letter.subject()).as(where).doesNotContain("\n").hasSizeLessThanOrEqualTo(78);
    var paragraphs = List.of(body.split("\n\n", -1));
    for (var paragraph : paragraphs.subList(1, paragraphs.size() - 1)) {
      if (!introducesText(paragraph, body)) {
        assertThat(paragraph).as(where).matches(FINISHED);
      }
    }
  }

  /** Links and abbreviations have marks of their own. */
  private static String plain(DraftLetter letter) {
    return (letter.subject() + "\n\n" + letter.body())
        .replaceAll("https?://\\S+", "link")
        .replace("Inc.", "Inc");
  }

  /** A colon stands only above the text that can be forwarded. */
  private static boolean introducesText(String paragraph, String body) {
    return body.contains(paragraph + "\n\n“") || body.contains(paragraph + "\n\n„");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void a_letter_of_which_everything_is_known_can_be_approved(String language) {
    for (var row : DraftCast.ROWS) {
      for (var step : DraftCast.steps()) {
        var letter = draft(row, step, language, DraftCast.everything(), DraftCast.familiar());
        assertThat(letter.missing()).as(row + step).isEmpty();
        assertThat(letter.canBeApproved()).isTrue();
        assertThat(letter.subject()).isNotBlank();
        if (isIn(language, row, step)) {
          assertThat(letter.body()).startsWith("Hi ").endsWith("\n\nBest,\nTom");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X1", "S1", "R1"})
  void a_first_letter_to_a_stranger_needs_a_fact_and_its_relevance(String row) {
    var known = DraftCast.everything().with(Field.FACT, " ").with(Field.RELEVANCE, "");

    var letter = draft(row, new DraftStep.Touch(1), "en", known, OwnStyle.unknown());

    assertThat(letter.missing())
        .extracting(DraftLetter.Missing::field)
        .containsExactly(Field.FACT, Field.RELEVANCE);
    assertThat(letter.canBeApproved()).isFalse();
    assertThat(letter.missing().getFirst().sentence())
        .isEqualTo("The letter needs one fact about them, in a sentence, from your own research.");
  }

  @Test
  void a_sentence_whose_field_is_not_known_is_left_out() {
    var known =
        Fields.none()
            .with(Field.FIRST_NAME, "Ada")
            .with(Field.PURSUIT, "Head of Night Shift")
            .with(Field.MY_NAME, "Tom");

    var letter = draft("J1", new DraftStep.Touch(1), "en", known, OwnStyle.unknown());

    assertThat(letter.subject()).isEqualTo("Head of Night Shift: one question");
    assertThat(letter.body())
        .isEqualTo(
            """
            Hello Ada,

            I applied for Head of Night Shift.

            Is it still open, and are you the right person to ask? If it is somebody else, a name is enough; a plain no helps me too.

            Best regards,
            Tom\
            """);
    assertThat(letter.canBeApproved()).isTrue();
  }

  @Test
  void within_a_conversation_the_subject_stays() {
    var letter =
        drafts.draft(
            new DraftRequest(
                "S1",
                new DraftStep.Touch(2),
                "en",
                true,
                DraftCast.everything(),
                OwnStyle.unknown(),
                DraftCast.MONDAY));

    assertThat(letter.subject()).isEmpty();
  }

  @Test
  void a_break_in_a_field_breaks_no_header() {
    var known = DraftCast.everything().with(Field.PURSUIT, "Head\r\nBcc: all@example.com\n\nShift");

    var letter = draft("J1", new DraftStep.Touch(1), "en", known, OwnStyle.unknown());

    assertThat(letter.subject()).isEqualTo("Head Bcc: all@example.com Shift: one question");
  }

  @Test
  void a_subject_without_spaces_is_cut_too() {
    var known = DraftCast.everything().with(Field.PURSUIT, "x".repeat(200));

    var letter = draft("J1", new DraftStep.Touch(1), "en", known, OwnStyle.unknown());

    assertThat(letter.subject()).hasSize(78).endsWith("…");
  }

  @Test
  void a_helper_is_asked_for_the_person_who_is_silent() {
    var known =
        DraftCast.everything().without(Field.TARGET).without(Field.PROOF).without(Field.PAY);

    var letter = draft("S1", new DraftStep.Connector(), "en", known, OwnStyle.unknown());

    assertThat(letter.subject()).isEqualTo("Introduction to Ada Lovelace");
    assertThat(letter.body())
        .startsWith(
            "Hello Grace,\n\nDo you know Ada Lovelace at Example Mills Inc. well enough to"
                + " introduce me?");
  }

  @Test
  void a_request_to_nobody_is_not_approved() {
    var known = DraftCast.everything().without(Field.CONNECTOR);

    var letter = draft("S1", new DraftStep.Connector(), "en", known, OwnStyle.unknown());

    assertThat(letter.missing())
        .extracting(DraftLetter.Missing::field)
        .containsExactly(Field.CONNECTOR);
    assertThat(letter.body()).doesNotContain("Ada,").startsWith("Hello,");
  }

  @Test
  void a_day_of_the_coming_week_is_named_by_its_weekday() {
    var letter =
        draft("J1", new DraftStep.Touch(1), "en", DraftCast.everything(), OwnStyle.unknown());

    assertThat(letter.body())
        .contains("On Friday, 27 February I applied")
        .contains("by Thursday is early enough");
  }

  @Test
  void a_writer_of_short_letters_gets_short_drafts() {
    var brief = new OwnStyle("", "", 30, Formality.FAMILIAR, 8, 0);
    var step = new DraftStep.Touch(1);

    var letter = draft("S1", step, "en", DraftCast.everything(), brief);

    assertThat(letter.body())
        .doesNotContain("unfilled nights")
        .hasSizeLessThan(
            draft("S1", step, "en", DraftCast.everything(), OwnStyle.unknown()).body().length());
    assertThat(letter.notes())
        .contains("Kept short, as your letters are: half of them have at most 30 words.");
  }

  @Test
  void what_the_user_wrote_at_length_costs_the_sentences_that_can_be_spared() {
    var known = DraftCast.everything().with(Field.FACT, "They wrote about nights. ".repeat(20));

    var letter = draft("S1", new DraftStep.Touch(1), "en", known, OwnStyle.unknown());

    assertThat(letter.body()).doesNotContain("unfilled nights").contains("Yes, no or later");
    assertThat(letter.notes()).anyMatch(note -> note.contains("most readers stop at 125"));
  }

  @Test
  void a_language_without_texts_is_answered_in_english_with_a_note() {
    var letter =
        draft("S1", new DraftStep.Touch(1), "fi", DraftCast.everything(), OwnStyle.unknown());

    assertThat(letter.body()).startsWith("Hello Ada,");
    assertThat(letter.notes())
        .containsExactly(
            "Written in English: there is no text for this situation in that language.");
  }

  @Test
  void a_field_takes_only_what_it_is_made_for() {
    assertThat(Fields.none().with(Field.VALUE_LINK, "https://example.org").values()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fields.none().with(Field.PROMISED_DAY, "Friday"));
    assertThatIllegalArgumentException().isThrownBy(() -> Fields.none().with(Field.COMPANY, 3));
  }

  /** Some languages lack the rarer letters. */
  private static boolean isIn(String language, String row, DraftStep step) {
    return BOOK.letter(language, row, step).language().equals(language);
  }

  private DraftLetter draft(
      String row, DraftStep step, String language, Fields known, OwnStyle style) {
    return drafts.draft(DraftCast.request(row, step, language, known, style));
  }
}
