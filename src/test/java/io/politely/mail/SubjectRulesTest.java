package io.politely.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Re: Your offer                        | your offer
          AW: Re: [jobs] RE[2]: Your  offer     | your offer
          WG: Fwd: Your offer.                  | your offer
          SV : Your offer                       | your offer
          [jobs] [eu] Your offer                | your offer
          Your offer (was: Something else)      | your offer
          [PATCH v2 1/3] Fix it                 | fix it
          Fix: the offer                        | fix: the offer
          [only a tag]                          | [only a tag]
          回复：面试                              | 面试
          """)
  void the_base_subject_has_no_prefixes_and_tags(String subject, String base) {
    assertThat(SubjectRules.base(subject)).isEqualTo(base);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [Bug 4711] It stops              | [bug 4711]
          Re: [team/app] Faster (PR #12)   | (pr #12)
          [JIRA] (ABC-123) It stops        | (abc-123)
          [PATCH v2 12/34] Fix it          | ''
          Meeting (12 people)              | ''
          """)
  void a_ticket_is_what_a_tracker_puts_in_brackets(String subject, String ticket) {
    assertThat(SubjectRules.ticket(subject)).isEqualTo(ticket);
  }

  @Test
  void a_reply_prefix_is_seen_in_many_languages_and_behind_a_list_tag() {
    assertThat(SubjectRules.saysReply("Antw: Termin")).isTrue();
    assertThat(SubjectRules.saysReply("[jobs] Re: Termin")).isTrue();
    assertThat(SubjectRules.saysReply("Redesign: the plan")).isFalse();
    assertThat(SubjectRules.saysForward("TR: Entretien")).isTrue();
  }
}
