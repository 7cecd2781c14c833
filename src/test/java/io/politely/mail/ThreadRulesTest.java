package io.politely.mail;

import static io.politely.mail.Letters.ADA;
import static io.politely.mail.Letters.GRACE;
import static io.politely.mail.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.mail.JudgementRules.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThreadRulesTest {

  private static final EmailAddress STRANGER = new EmailAddress("eve@example.net");

  @Test
  void an_answer_belongs_to_what_it_answers() {
    assertThat(conversations(letter("a"), letter("b").answers("a").hoursLater(1)))
        .containsExactly("a b");
  }

  @Test
  void answers_to_a_missing_message_belong_together() {
    assertThat(
            conversations(
                letter("b").about("One").answers("a"), letter("c").about("Two").answers("a")))
        .containsExactly("b c");
  }

  @Test
  void messages_that_only_share_a_subject_stay_apart() {
    assertThat(conversations(letter("a"), letter("b").hoursLater(1))).containsExactly("a", "b");
  }

  @Test
  void references_in_a_circle_do_not_hang() {
    assertThat(
            conversations(
                letter("a").answers("c"), letter("b").answers("a"), letter("c").answers("b")))
        .containsExactly("a b c");
  }

  @Test
  void messages_without_ids_do_not_collapse() {
    assertThat(
            conversations(
                letter("a").about("One").withId(null), letter("b").about("Two").withId(null)))
        .containsExactly("a", "b");
  }

  @Test
  void two_copies_of_a_message_are_in_one_conversation() {
    assertThat(conversations(letter("a"), letter("b").withId("a@example.org")))
        .containsExactly("a b");
  }

  @Test
  void a_stranger_who_reuses_an_id_is_not_in_the_conversation() {
    assertThat(
            conversations(
                letter("a"),
                letter("b").withId("a@example.org").from(STRANGER, GRACE).about("Click here")))
        .containsExactly("a", "b");
  }

  @Test
  void an_answer_without_headers_is_joined_when_subject_people_and_time_agree() {
    var threaded =
        decide(
            Map.of(),
            letter("a"),
            letter("b").about("Re: The plan").from(GRACE, ADA).hoursLater(3));

    assertThat(names(threaded)).containsExactly("a b");
    var answer = threaded.groups().getFirst().members().getLast();
    assertThat(answer.joinedBy()).isEqualTo(JoinedBy.JUDGEMENT);
    assertThat(answer.confidence()).isBetween(JudgementRules.JOIN, 1.0);
  }

  @Test
  void a_stranger_with_the_same_subject_is_not_joined() {
    assertThat(
            conversations(
                letter("a"),
                letter("b")
                    .about("Re: The plan")
                    .from(STRANGER, new EmailAddress("x@example.net"))))
        .containsExactly("a", "b");
  }

  @Test
  void a_doubtful_answer_is_suggested_instead_of_joined() {
    var threaded =
        decide(
            Map.of(),
            letter("a").about("Hello"),
            letter("b").about("Re: Hello").from(GRACE, ADA).hoursLater(24 * 20));

    assertThat(names(threaded)).containsExactly("a", "b");
    assertThat(threaded.suggestions())
        .singleElement()
        .satisfies(suggestion ->
            assertThat(suggestion.confidence())
                .isBetween(JudgementRules.SUGGEST, JudgementRules.JOIN));
  }

  @Test
  void quoted_words_outweigh_a_common_subject() {
    var a = letter("a").about("Hello");
    var b = letter("b").about("Re: Hello").from(GRACE, ADA).hoursLater(24 * 20);
    var words = "could you send me the references of the last two projects please";

    var threaded =
        decide(
            Map.of(
                a.message().id(), new Texts("Ada", words, "", ""),
                b.message().id(), new Texts("Grace", "Sure.", "", words)),
            a,
            b);

    assertThat(names(threaded)).containsExactly("a b");
  }

  @Test
  void the_minute_in_the_attribution_tells_which_of_two_messages_is_answered() {
    var a = letter("a");
    var b = letter("b").about("Re: The plan").minutesLater(127);
    var c = letter("c").about("Re: The plan").from(GRACE, ADA).hoursLater(5);

    var threaded =
        decide(
            Map.of(
                a.message().id(), new Texts("Ada", "Here is the plan.", "", ""),
                b.message().id(), new Texts("Ada", "And the rest of it.", "", ""),
                c.message().id(),
                    new Texts("Grace", "Fine.", "On Mon, 2 Mar 2026 at 10:00, Ada wrote:", "")),
            a,
            b,
            c);

    assertThat(parentOf(threaded, "c")).isEqualTo(a.message().id());
  }

  @Test
  void a_tracker_keeps_a_case_together_by_its_number() {
    assertThat(
            conversations(
                letter("a").about("[Bug 4711] New: It stops"),
                letter("b").about("[Bug 4711] It stops at night").hoursLater(24 * 200),
                letter("c").about("[Bug 4712] It stops at night").hoursLater(24 * 201)))
        .containsExactly("a b", "c");
  }

  @Test
  void an_answer_that_names_its_former_subject_stays_with_it() {
    assertThat(
            conversations(
                letter("a"),
                letter("b").about("Re: A new plan (was: The plan)").from(GRACE, ADA).hoursLater(1)))
        .containsExactly("a b");
  }

  @Test
  void a_providers_thread_id_joins_what_has_no_headers() {
    assertThat(
            conversations(
                letter("a").hinted("17").about("One"), letter("b").hinted("17").about("Two")))
        .containsExactly("a b");
  }

  @Test
  void the_user_joins_and_parts_as_they_like() {
    var a = letter("a").about("One");
    var b = letter("b").about("Two").hoursLater(1);
    var c = letter("c").answers("b").hoursLater(2);

    var threaded =
        ThreadRules.decide(
            List.of(a.message(), b.message(), c.message()),
            Map.of(),
            List.of(
                new JoinVerdict(b.message().id(), a.message().id(), true),
                new JoinVerdict(c.message().id(), b.message().id(), false)));

    assertThat(names(threaded)).containsExactly("a b", "c");
  }

  private static @Nullable MessageId parentOf(Threaded threaded, String hash) {
    return threaded.groups().stream()
        .flatMap(group -> group.members().stream())
        .filter(member -> member.message().contentHash().equals(hash))
        .findFirst()
        .orElseThrow()
        .parent();
  }

  private static Set<String> conversations(Letters... letters) {
    return names(decide(Map.of(), letters));
  }

  private static Threaded decide(Map<MessageId, Texts> texts, Letters... letters) {
    return ThreadRules.decide(
        List.of(letters).stream().map(Letters::message).toList(), texts, List.of());
  }

  private static Set<String> names(Threaded threaded) {
    var names = new TreeSet<String>();
    for (var group : threaded.groups()) {
      names.add(
          String.join(
              " ",
              group.members().stream().map(member -> member.message().contentHash()).toList()));
    }
    return names;
  }
}
