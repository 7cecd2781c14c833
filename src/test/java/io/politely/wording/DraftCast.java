package io.politely.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What is known of the sample cast, and all letters that can be made of it. */
final class DraftCast {

  static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
  static final LocalDate THURSDAY = MONDAY.plusDays(3);

  static final List<String> ROWS =
      List.of("J1", "J2", "J3", "J4", "J5", "X1", "R1", "R2", "R3", "S1", "S2", "N1");

  private static final TemplateBook BOOK = Drafts.book();

  /** So many fields of one letter are tried in all combinations. */
  private static final int MOST_FIELDS = 14;

  private DraftCast() {}

  static Fields everything() {
    return Fields.none()
        .with(Field.FIRST_NAME, "Ada")
        .with(Field.FULL_NAME, "Ada Lovelace")
        .with(Field.COMPANY, "Example Mills Inc.")
        .with(Field.PURSUIT, "Head of Night Shift")
        .with(Field.EVENT_DAY, MONDAY.minusDays(10))
        .with(Field.PROMISED_DAY, MONDAY.minusDays(3))
        .with(Field.ANSWER_BY, THURSDAY)
        .with(Field.DAYS_SINCE, 10)
        .with(Field.VALUE_TITLE, "Night rota for 40 beds.")
        .with(Field.VALUE_WORDS, "it shows how 3 wards share one float nurse")
        .with(Field.VALUE_LINK, "https://example.org/rota")
        .with(Field.FACT, "your ward opened 12 beds in January.")
        .with(Field.RELEVANCE, "nights are what such an opening strains first")
        .with(Field.PROOF, "At Example Clinic I cut unfilled nights from 9 to 2 a month.")
        .with(Field.INSIGHT, "You want to hire for calm rather than for speed.")
        .with(Field.STATUS, "Two of 3 candidates are ready to sign; one has another offer.")
        .with(Field.NEXT_STEP, "a look at the rota of May")
        .with(Field.CHOICE_ONE, "Tuesday at 10")
        .with(Field.CHOICE_TWO, "Wednesday at 4")
        .with(Field.PAY, "58 to 64 thousand")
        .with(Field.TEAM, "Six people, no on-call.")
        .with(Field.CONNECTOR, "Grace")
        .with(Field.TARGET, "Alan Turing")
        .with(Field.BLURB, "Tom plans night shifts. He cut unfilled nights from 9 to 2 a month.")
        .with(Field.MY_NAME, "Tom");
  }

  static List<DraftStep> steps() {
    var steps = new ArrayList<DraftStep>();
    for (int number = 1; number <= 5; number++) {
      steps.add(new DraftStep.Touch(number));
    }
    for (var words : DraftStep.Words.values()) {
      steps.add(new DraftStep.Closing(words));
    }
    steps.add(new DraftStep.Connector());
    return steps;
  }

  static DraftRequest request(
      String row, DraftStep step, String language, Fields fields, OwnStyle style) {
    return new DraftRequest(row, step, language, false, fields, style, MONDAY);
  }

  static OwnStyle familiar() {
    return new OwnStyle("Hi {firstName},", "Best,\nTom", 80, OwnStyle.Formality.FAMILIAR, 9, 0);
  }

  /** Which fields change the letter of a step. */
  static List<Field> fieldsOf(String row, DraftStep step, String language) {
    var used = EnumSet.noneOf(Field.class);
    var template = BOOK.letter(language, row, step).template();
    var sentences = new ArrayList<>(template.paragraphs().stream().flatMap(List::stream).toList());
    sentences.add(template.subject());
    for (var sentence : sentences) {
      sentence.alternatives().forEach(it -> used.addAll(it.fields()));
    }
    return used.stream().limit(MOST_FIELDS).toList();
  }

  /** All combinations of what is known and what is not, of these fields. */
  static void combinations(List<Field> fields, Consumer<Fields> each) {
    var all = everything().values();
    for (int mask = 0; mask < 1 << fields.size(); mask++) {
      var known = new EnumMap<Field, FieldValue>(all);
      for (int i = 0; i < fields.size(); i++) {
        if ((mask & 1 << i) == 0) {
          known.remove(fields.get(i));
        }
      }
      each.accept(new Fields(known));
    }
  }

  static Set<String> languages() {
    return BOOK.languages().keySet();
  }
}
