package io.politely.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.people.NameRules.Counted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {

  private static final EmailAddress ADA = new EmailAddress("ada@example.com");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Ada Lovelace                          | Ada Lovelace",
        "  Ada \t Lovelace                     | Ada Lovelace",
        "\"Ada Lovelace\"                      | Ada Lovelace",
        "'Ada Lovelace'                        | Ada Lovelace",
        "“Lovelace, Ada”                       | Ada Lovelace",
        "Lovelace, Ada                         | Ada Lovelace",
        "Lovelace, Ada M.                      | Ada M. Lovelace",
        "Lovelace, Ada, PhD                    | Ada Lovelace",
        "Lovelace, Ada (Analytical Engines)    | Ada Lovelace",
        "Ada Lovelace, Ph.D., MBA              | Ada Lovelace",
        "Ada Lovelace PhD                      | Ada Lovelace",
        "Dr. Ada Lovelace                      | Ada Lovelace",
        "Prof. Dr. Ada Lovelace                | Ada Lovelace",
        "Ada Lovelace [Engines]                | Ada Lovelace",
        "Ada Lovelace - Analytical Engines     | Ada Lovelace",
        "Ada Lovelace-Byron                    | Ada Lovelace-Byron",
        "Charles Babbage, Jr.                  | Charles Babbage Jr.",
        "Babbage Engines, Inc.                 | Babbage Engines, Inc.",
        "Babbage, Lovelace and Partners        | Babbage, Lovelace and Partners",
        "Grace Hopper via Compilers            | Compilers",
        "'Grace Hopper' via Compilers          | Compilers",
        "Grace Hopper (via Shared Documents)   | Shared Documents",
        "Olivia                                | Olivia",
        "李雷                                   | 李雷",
      })
  void a_display_name_is_cleaned(String displayName, String name) {
    assertThat(NameRules.clean(displayName, ADA)).contains(name);
  }

  @Test
  void what_follows_a_bar_is_an_affiliation() {
    assertThat(NameRules.clean("Ada Lovelace | Analytical Engines", ADA)).contains("Ada Lovelace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "ada@example.com",
        "'ada@example.com'",
        "<ada@example.com>",
        "ADA",
        "ada",
        "+1 555 0100",
        "https://example.com",
        "=?utf-8?q?broken",
      })
  void a_display_name_that_tells_no_more_than_the_address_is_no_name(String displayName) {
    assertThat(NameRules.clean(displayName, ADA)).isEmpty();
  }

  @Test
  void hostile_characters_do_not_survive() {
    assertThat(NameRules.clean("Ada\u0000\u202E Love\uD800lace\r\n", ADA))
        .contains("Ada Love lace");
    assertThat(NameRules.clean("x".repeat(100_000), ADA).orElseThrow()).hasSize(120);
  }

  @Test
  void a_full_name_in_usual_spelling_is_best_then_the_more_frequent() {
    var names =
        List.of(
            new Counted("Ada", 50),
            new Counted("ADA LOVELACE", 20),
            new Counted("Ada Lovelace", 3),
            new Counted("Ada King", 2),
            new Counted("Ada Byron", 2));

    assertThat(names.stream().sorted(NameRules.betterFirst()).map(Counted::name))
        .containsExactly("Ada Lovelace", "Ada Byron", "Ada King", "ADA LOVELACE", "Ada");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "ADA LOVELACE,        Ada Lovelace",
        "ada lovelace,        Ada Lovelace",
        "JEAN-LUC O'BRIEN,    Jean-Luc O'Brien",
        "Ada MacLovelace,     Ada MacLovelace",
        "adalove,             adalove",
        "IBM,                 IBM",
      })
  void shouting_and_mumbling_are_spelled_as_names_are(String name, String spelled) {
    assertThat(NameRules.spell(name)).isEqualTo(spelled);
  }

  @ParameterizedTest
  @CsvSource({
    "ada.lovelace@example.com,     Ada Lovelace",
    "ada_m_lovelace@example.com,   Ada M Lovelace",
    "alovelace@example.com,        alovelace@example.com",
    "ada.l@example.com,            ada.l@example.com",
    "ada1815.king@example.com,     ada1815.king@example.com",
  })
  void an_address_without_a_name_lends_its_own(String address, String name) {
    assertThat(NameRules.fromAddress(new EmailAddress(address))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "Ada Lovelace,     Ada M. Lovelace",
        "Ada Lovelace,     LOVELACE Ada",
        "José Núñez,       Jose Nunez",
      })
  void spellings_of_one_full_name_are_the_same(String one, String other) {
    assertThat(NameRules.sameName(one)).isNotEmpty().isEqualTo(NameRules.sameName(other));
  }

  @Test
  void a_first_name_says_too_little_to_be_the_same() {
    assertThat(NameRules.sameName("Ada")).isEmpty();
    assertThat(NameRules.sameName("Ada L.")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "analytical-engines.example, Analytical Engines",
    "difference.example,         Difference",
    "ibm.com,                    IBM",
  })
  void a_company_is_called_as_its_domain(String domain, String name) {
    assertThat(NameRules.ofCompany(domain)).isEqualTo(name);
  }
}
