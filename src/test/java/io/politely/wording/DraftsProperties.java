package io.politely.wording;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a user types into the fields, the letter keeps its shape. */
class DraftsProperties {

  private final Drafts drafts = new Drafts();

  @Property(tries = 3000)
  void nothing_typed_into_a_field_breaks_the_letter(
      @ForAll("typed") String typed,
      @ForAll Field field,
      @ForAll("rows") String row,
      @ForAll("steps") DraftStep step,
      @ForAll("languages") String language) {
    var value = new FieldValue.Text(typed);
    if (!value.fits(field)) {
      return;
    }
    var known = DraftCast.everything().with(field, typed);
    var request = DraftCast.request(row, step, language, known, OwnStyle.unknown());

    var letter = drafts.draft(request);

    assertThat(letter.subject()).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThanOrEqualTo(78);
    assertThat(letter.body()).doesNotContainPattern("\n{3}|[ ]{2}|[ ]\n|\n[ ]|[\\p{Cntrl}&&[^\n]]");
    assertThat(drafts.draft(request)).isEqualTo(letter);
  }

  @Provide
  Arbitrary<String> typed() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.strings().withChars(" \t\r\n.,;:!?{}[]|<>\"“”«»aÄß").ofMaxLength(30));
  }

  @Provide
  Arbitrary<String> rows() {
    return Arbitraries.of(DraftCast.ROWS);
  }

  @Provide
  Arbitrary<DraftStep> steps() {
    return Arbitraries.of(DraftCast.steps());
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of(DraftCast.languages());
  }
}
