package io.politely.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.ledger.Promise;
import io.politely.mail.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnniversaryRulesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant TUESDAY_A_YEAR_BEFORE = Instant.parse("2025-03-11T09:00:00Z");

  private static Promise promise(@Nullable Instant keptAt, boolean byUs) {
    return new Promise(
        new MessageId(new UUID(1, 1)),
        0,
        byUs,
        new EmailAddress("ada@example.org"),
        "I’ll send you the report by Friday.",
        Instant.parse("2025-03-07T09:00:00Z"),
        Instant.parse("2025-03-14T18:00:00Z"),
        keptAt,
        null);
  }

  @Test
  void a_year_after_a_promise_was_kept_there_is_a_reason_to_write() {
    var found =
        AnniversaryRules.of(
                promise(TUESDAY_A_YEAR_BEFORE, true), LocalDate.parse("2026-03-11"), BERLIN)
            .orElseThrow();

    assertThat(found.words())
        .isEqualTo(
            "A year ago, on 11 March 2025, you kept a promise to them: “I’ll send you the report by"
                + " Friday.”");
    assertThat(found.source()).isEqualTo("A letter of 7 March 2025");
    assertThat(found.until()).isEqualTo(LocalDate.parse("2026-03-16"));
  }

  @Test
  void theirs_count_as_well() {
    var found =
        AnniversaryRules.of(
                promise(TUESDAY_A_YEAR_BEFORE, false), LocalDate.parse("2028-03-10"), BERLIN)
            .orElseThrow();

    assertThat(found.words())
        .startsWith("Three years ago, on 11 March 2025, they kept a promise to you:");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-05, false",
    "2026-03-06, true",
    "2026-03-16, true",
    "2026-03-17, false",
    "2025-03-11, false",
    "2025-09-11, false",
    "2036-03-11, false",
  })
  void it_is_one_for_three_working_days_around_the_day(LocalDate today, boolean isOne) {
    assertThat(AnniversaryRules.of(promise(TUESDAY_A_YEAR_BEFORE, true), today, BERLIN).isPresent())
        .isEqualTo(isOne);
  }

  @Test
  void what_was_not_kept_is_nothing_to_be_reminded_of() {
    assertThat(AnniversaryRules.of(promise(null, true), LocalDate.parse("2026-03-11"), BERLIN))
        .isEmpty();
  }

  /** What is looked for by the clock is what the rule would find. */
  @Property
  void whatever_has_an_anniversary_lies_in_one_of_the_spans(
      @ForAll @IntRange(min = 0, max = 4_000) int day, @ForAll @IntRange(max = 23) int hour) {
    var today = LocalDate.parse("2026-03-11");
    var kept = Instant.parse("2015-04-01T00:30:00Z").plusSeconds(day * 86_400L + hour * 3_600L);
    boolean isAnniversary = AnniversaryRules.of(promise(kept, true), today, BERLIN).isPresent();
    boolean isInSpan =
        AnniversaryRules.spans(today, BERLIN).stream()
            .anyMatch(span -> !kept.isBefore(span.begins()) && kept.isBefore(span.ends()));

    assertThat(!isAnniversary || isInSpan).isTrue();
  }
}
