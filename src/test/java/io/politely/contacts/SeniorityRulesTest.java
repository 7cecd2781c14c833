package io.politely.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeniorityRulesTest {

  private final SeniorityRules rules = new ContactPolicyFiles().seniority();

  @ParameterizedTest
  @CsvSource({
    "Chief Technology Officer, c-level, chief technology officer",
    "CEO & Co-Founder, owner, co founder",
    "Founder, owner, founder",
    "Vice President Sales, vp, vice president",
    "SVP Engineering, vp, svp",
    "President, c-level, president",
    "Managing Director, c-level, managing director",
    "Managing Partner, owner, managing partner",
    "Sales Director EMEA, director, director",
    "Head of People, director, head of",
    "Senior Director Finance, director, director",
    "Product Manager, manager, manager",
    "Senior Recruiter, senior, senior",
    "Tech Lead, senior, lead",
    "Lead Generation Specialist, individual, lead generation",
    "Software Engineer, individual, engineer",
    "Founding Engineer, senior, founding",
    "Account Executive, individual, account executive",
    "Executive Assistant to the CEO, individual, executive assistant",
    "HR Business Partner, individual, business partner",
    "Marketing Intern, intern, intern",
    "Junior Developer, intern, junior",
    "Chief of Staff, manager, chief of staff",
    "Geschäftsführerin, c-level, geschäftsführerin",
    "Leiter Vertrieb, director, leiter",
    "Werkstudent Marketing, intern, werkstudent",
    "Directrice Générale, c-level, directrice générale",
    "Responsable RH, manager, responsable",
    "Directora General, c-level, directora general",
    "Stagista, intern, stagista",
    "VP/GM Retail, vp, vp"
  })
  void a_title_tells_a_level_by_its_words(String title, String level, String evidence) {
    assertThat(rules.of(title))
        .hasValueSatisfying(it -> {
          assertThat(it.level()).isEqualTo(level);
          assertThat(it.evidence()).isEqualTo(evidence);
          assertThat(it.said()).isNotBlank();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Rear Admiral",
        "International Relations",
        "Former CEO",
        "Ex-VP Sales",
        "Retired",
        "Masterpiece"
      })
  void other_titles_tell_none(String title) {
    assertThat(rules.of(title)).isEmpty();
  }
}
