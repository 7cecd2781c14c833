package io.politely.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.contacts.Seniority;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedJobRulesTest {

  /** A small table of titles; the real one is data of contacts. */
  private static final List<Seniority> LEVELS =
      List.of(
          new Seniority("c-level", "C-level", "chief technology officer"),
          new Seniority("c-level", "C-level", "cto"),
          new Seniority("director", "Director", "head of"),
          new Seniority("director", "Director", "leiterin"),
          new Seniority("senior", "Senior or lead", "senior"),
          new Seniority("senior", "Senior or lead", "sr"),
          new Seniority("senior", "Senior or lead", "lead"),
          new Seniority("individual", "Individual", "engineer"),
          new Seniority("individual", "Individual", "analyst"));

  private final SignedJobRules rules = new SignedJobRules(SignedJobRulesTest::level);

  private static Optional<Seniority> level(String title) {
    var words = " " + title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ") + " ";
    return LEVELS.stream().filter(it -> words.contains(" " + it.evidence() + " ")).findFirst();
  }

  private Optional<SignedJob> of(String signature) {
    return rules.in(List.of(signature.split("/")), "Grace Hopper");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Best regards,/Grace Hopper/Head of Data/Example GmbH | Head of Data, Example GmbH",
        "--/Grace Hopper, CTO, Example GmbH/+49 30 1234 | CTO, Example GmbH",
        "Grace Hopper - Senior Analyst at Example Ltd | Senior Analyst at Example Ltd",
        "Viele Grüße/Grace Hopper/Leiterin Vertrieb/Muster AG/Tel. 030 12 | Leiterin Vertrieb,"
            + " Muster AG",
        "Grace Hopper,/Software   Engineer,/Example Ltd., | Software Engineer, Example Ltd",
        "Grace Hopper/Software Engineer • Example/grace@example.com | Software Engineer • Example",
      })
  void a_title_is_found_below_the_name(String signature, String job) {
    assertThat(of(signature))
        .map(SignedJob::said)
        .hasValueSatisfying(it -> assertThat(it).startsWith(job));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks,/Grace",
        "Grace Hopper/+49 30 1234/www.example.com/head of the table",
        "Grace/“Lead, follow, or get out of the way.”",
        "Sent from my iPhone",
        "Grace/Lead a quiet life and let others talk about it all day long then",
      })
  void what_is_no_title_tells_no_job(String signature) {
    assertThat(of(signature)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Grace/Analyst/Example GmbH | Grace/Head of Data/Example GmbH",
        "Grace/Head of Data/Example GmbH | Grace/Head of Data/Sample AG",
        "Grace/Head of Data/Example GmbH | Grace/Head of Sales/Example GmbH",
        "Grace/Engineer, Example | Grace/Senior Engineer, Example",
        "Grace/Head of Data, Example GmbH | Grace/Chief Technology Officer, Sample AG",
      })
  void another_title_or_company_is_another_job(String before, String now) {
    assertThat(of(now).orElseThrow().isAnotherThan(of(before).orElseThrow())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Grace/Head of Data/Example GmbH | Grace/Head of Data",
        "Grace/Head of Data | Grace/Head of Data/Example GmbH",
        "Grace/Head of Data, Example GmbH | Grace/Head of Data, Example",
        "Grace/Sr. Engineer/Example | Grace/Senior Engineer, Example",
        "Grace/Head of Data Platform, Example | Grace/Head of Data & Platform/Example",
      })
  void another_spelling_is_the_same_job(String before, String now) {
    assertThat(of(now).orElseThrow().isAnotherThan(of(before).orElseThrow())).isFalse();
  }

  @Test
  void the_name_alone_is_no_job() {
    assertThat(rules.in(List.of("Ada Lead"), "Ada Lead")).isEmpty();
  }
}
