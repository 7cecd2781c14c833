package io.politely.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

  private static final ZonedDateTime TUESDAY_MORNING =
      ZonedDateTime.of(2026, 3, 10, 10, 0, 0, 0, ZoneId.of("Europe/London"));

  private static final Wording WORDING = new Wording();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Just checking in on this.",
        "I wanted to circle back on the offer.",
        "Ich wollte nur kurz nachfragen.",
        "Je me permets de revenir vers vous.",
        "Solo quería saber si hay novedades.",
        "Volevo solo sapere se ha avuto modo di leggere.",
        "Ik wilde even vragen hoe het ervoor staat.",
        "Só queria saber se já viu a proposta."
      })
  void a_bump_says_nothing_in_any_language(String sentence) {
    var judged = WORDING.judge(letter("The offer", "Dear Ada,\n\n" + sentence), followUp());

    assertThat(judged.emptyPhrases()).hasSize(1);
    assertThat(judged.asks()).isTrue();
    assertThat(judged.politeness()).isEqualTo(Politeness.BORDERLINE);
    assertThat(kinds(judged)).contains(RemarkKind.EMPTY_PHRASE, RemarkKind.NO_NEW_VALUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Is the role still open? | 2",
        "Would you forward the three lines below to Grace? | 5",
        "Could you fill in the attached form? | 10",
        "Do you have 20 minutes on Thursday? | 20",
        "Hätten Sie eine Viertelstunde für mich? | 15",
        "Auriez-vous une demi-heure jeudi ? | 30",
        "¿Tendría un cuarto de hora el jueves? | 15",
        "Ha mezz'ora giovedì? | 30",
        "Schikt een kwartier op donderdag? | 15",
        "Tem meia hora na quinta? | 30",
        "Can we talk on Thursday? | 30",
        "Is there a day in May on which you load anyway? | 2",
        "Would you spend a day with us at the depot? | 480",
        "Do you have three quarters of an hour on Thursday? | 45",
        "Gehen wir am Dienstag zusammen Mittag essen? | 60",
        "Tomamos um café quando eu passar por Braga? | 30",
        "Do you have 45 minutes, or would 15 minutes do? | 15"
      })
  void an_ask_costs_what_a_yes_costs(String sentence, int minutes) {
    var judged = WORDING.judge(letter("Thursday", "Hello Ada,\n\n" + sentence), followUp());

    assertThat(judged.askMinutes()).isEqualTo(minutes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Es eilt nicht, Juni reicht. Bleibt der Donnerstag?",
        "There is no hurry, June will do. Is it still Thursday?",
        "Rien ne presse, juin suffira. Est-ce toujours jeudi ?",
        "Non c'è fretta, va bene giugno. Resta giovedì?"
      })
  void whoever_says_that_it_can_wait_does_not_press(String sentences) {
    assertThat(kinds(WORDING.judge(letter("June", sentences), followUp())))
        .doesNotContain(RemarkKind.FALSE_URGENCY);
  }

  @Test
  void taking_their_no_for_granted_is_no_reproach() {
    var body = "Ada,\n\nI take it that it is not for you, and that is fine.";

    assertThat(kinds(WORDING.judge(letter("Depot", body), followUp())))
        .doesNotContain(RemarkKind.REPROACH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Da quando Le ho scritto, la banchina ha riaperto.",
        "Please forget what I wrote about the second van.",
        "Meine Bitte von neulich hat sich erledigt.",
        "Following up on your question about pallets: it is 33 for each trailer.",
        "Let me know if you have any questions."
      })
  void what_is_told_or_taken_back_is_not_asked(String sentence) {
    var judged = WORDING.judge(letter("Depot", "Dear Ada,\n\n" + sentence), followUp());

    assertThat(judged.asks()).isFalse();
    assertThat(judged.emptyPhrases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Let me know whether Thursday is fine.",
        "Geben Sie mir kurz Bescheid, ob der Donnerstag bleibt.",
        "Hazme saber si el jueves te viene bien.",
        "Fammi sapere se giovedì ti va bene.",
        "Laat me weten of donderdag u schikt.",
        "Dites-moi si jeudi vous convient.",
        "Diga-me se quinta lhe dá jeito."
      })
  void whoever_says_let_me_know_asks(String sentence) {
    var judged = WORDING.judge(letter("Thursday", "Ada,\n\n" + sentence), followUp());

    assertThat(judged.asks()).isTrue();
    assertThat(judged.askMinutes()).isEqualTo(2);
  }

  @Test
  void a_closing_formula_is_not_empty() {
    var body = "Ada,\n\nIs it still Thursday?\n\nI look forward to your reply.";

    assertThat(WORDING.judge(letter("Thursday", body), followUp()).emptyPhrases()).isEmpty();
  }

  @Test
  void time_that_is_told_is_not_asked_for() {
    var body = "Ada,\n\nThe pilot saves 2 hours a week, 45 minutes a day. Is the role still open?";

    assertThat(WORDING.judge(letter("Pilot", body), followUp()).askMinutes()).isEqualTo(2);
  }

  @Test
  void what_somebody_else_is_to_be_shown_asks_nothing_of_the_reader() {
    var body =
        """
        Ada, would you pass this on to Grace? A no is fine.

        "Alan cut late deliveries from 9 % to 2 %. He would like 30 minutes about the depot."
        """;

    assertThat(WORDING.judge(letter("Grace", body), followUp()).askMinutes()).isEqualTo(5);
  }

  @Test
  void a_stranger_at_the_top_is_asked_for_little() {
    var cold = circumstances(Rank.C_LEVEL, Closeness.COLD, 1, null, false);
    var body = "Dear Ada,\n\nDo you have 45 minutes next week for our plan?";

    var remark = remark(WORDING.judge(letter("Plan", body), cold), RemarkKind.ASK_TOO_BIG);
    assertThat(remark.sentence()).contains("45 minutes").contains("15 minutes");
    assertThat(remark.evidence()).isNotEmpty();
  }

  @Test
  void whoever_has_said_yes_may_be_asked_for_more() {
    var agreed = circumstances(Rank.C_LEVEL, Closeness.WEAK, 3, 2, true);
    var body = "Dear Ada,\n\n45 minutes on Thursday at ten, as you proposed?";

    assertThat(kinds(WORDING.judge(letter("Thursday", body), agreed)))
        .doesNotContain(RemarkKind.ASK_TOO_BIG);
  }

  @Test
  void news_with_a_way_out_is_polite() {
    var body =
        """
        Ada,

        August is out: the lane to Gdansk fell to 41 pence a kilo. The table is attached.

        If it is simply a no, that's fine too. Is it worth a look?
        """;

    var judged = WORDING.judge(letter("The August rates", body), followUp());
    assertThat(judged.politeness()).isEqualTo(Politeness.POLITE);
    assertThat(judged.value()).isEqualTo(ValueKind.ARTEFACT);
  }

  @Test
  void after_a_no_nobody_asks_again() {
    var declined =
        new Circumstances(Rank.MANAGER, Closeness.WEAK, "S1", 3, 4, true, "", null, true);

    var judged = WORDING.judge(letter("Once more", "Ada, shall we talk on Monday?"), declined);
    assertThat(judged.politeness()).isEqualTo(Politeness.PUSHY);
    assertThat(judged.isForbidden()).isTrue();
    assertThat(judged.remarks().getFirst().kind()).isEqualTo(RemarkKind.IGNORES_NO);
  }

  @Test
  void thanks_for_a_no_are_welcome() {
    var declined =
        new Circumstances(Rank.MANAGER, Closeness.WEAK, "S1", 3, 4, true, "", null, true);

    var judged = WORDING.judge(letter("Thank you", "Ada, thank you for the clear no."), declined);
    assertThat(judged.politeness()).isEqualTo(Politeness.POLITE);
    assertThat(judged.isForbidden()).isFalse();
  }

  @Test
  void nothing_is_asked_before_the_day_they_asked_for() {
    var quietUntil = LocalDate.of(2026, 5, 4);
    var later =
        new Circumstances(Rank.MANAGER, Closeness.WEAK, "N1", 3, 40, true, "", quietUntil, false);

    var judged = WORDING.judge(letter("Spring", "Ada, is now a good time?"), later);
    assertThat(judged.isForbidden()).isTrue();
    assertThat(remark(judged, RemarkKind.IGNORES_NOT_NOW).sentence()).contains("2026-05-04");
  }

  @Test
  void a_day_that_they_named_in_the_users_words_is_waited_for() {
    var before =
        new Circumstances(
            Rank.MANAGER,
            Closeness.WEAK,
            "J2",
            3,
            4,
            false,
            "interview; they said they would decide on March 20",
            null,
            false);

    var judged = WORDING.judge(letter("Decision", "Ada, have you decided yet?"), before);
    assertThat(kinds(judged)).contains(RemarkKind.BEFORE_THEIR_DAY);
    assertThat(judged.politeness()).isEqualTo(Politeness.BORDERLINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRACKING | I noticed you opened my email three times. Shall we talk?",
        "OVER_THEIR_HEAD | If I don't hear from you I will contact your CEO directly.",
        "UNASKED_VISIT | I'll stop by your office on Thursday at ten.",
        "REPROACH | I am disappointed that you ignore me. Is it still open?",
        "THREAT | If I don't hear by noon, I'm giving your slot to somebody else.",
        "UNASKED_VISIT | Ich komme am Donnerstag bei Ihnen vorbei.",
        "REPROACH | Je suis déçue de votre silence. Pouvez-vous répondre ?",
        "OVER_THEIR_HEAD | Si no contesta, escribiré a su jefe.",
        "TRACKING | Ho visto che ha aperto la mia mail tre volte. Ci sentiamo?"
      })
  void pressure_is_named(RemarkKind kind, String sentence) {
    var judged = WORDING.judge(letter("Depot", "Dear Ada,\n\n" + sentence), followUp());

    assertThat(kinds(judged)).contains(kind);
    assertThat(judged.politeness()).isNotEqualTo(Politeness.POLITE);
    assertThat(judged.isForbidden()).isFalse();
  }

  @Test
  void an_answer_is_not_faked() {
    var first = circumstances(Rank.MANAGER, Closeness.COLD, 1, null, false);

    assertThat(kinds(WORDING.judge(letter("Re: our talk", "Ada, is Monday fine?"), first)))
        .contains(RemarkKind.FAKE_REPLY);
  }

  @Test
  void going_on_in_a_conversation_fakes_nothing() {
    var answered = circumstances(Rank.MANAGER, Closeness.WEAK, 2, 3, true);

    assertThat(kinds(WORDING.judge(letter("Re: our talk", "Ada, is Monday fine?"), answered)))
        .doesNotContain(RemarkKind.FAKE_REPLY);
  }

  @Test
  void three_questions_are_one_too_many() {
    var body = "Ada,\n\nIs it open? Who decides? When do you start?";

    assertThat(
            remark(WORDING.judge(letter("Role", body), followUp()), RemarkKind.TOO_MANY_QUESTIONS)
                .sentence())
        .contains("3 questions");
  }

  @Test
  void a_long_letter_and_one_without_subject_are_told() {
    var body = "Ada, " + "the depot is full of boxes today. ".repeat(20) + "Is it open?";

    assertThat(kinds(WORDING.judge(letter("", body), followUp())))
        .contains(RemarkKind.TOO_LONG, RemarkKind.EMPTY_SUBJECT);
  }

  @Test
  void an_empty_letter_is_judged_too() {
    var judged = WORDING.judge(letter("", ""), Circumstances.ofFirstLetter());

    assertThat(judged.asks()).isFalse();
    assertThat(judged.askMinutes()).isNull();
    assertThat(judged.politeness()).isEqualTo(Politeness.POLITE);
  }

  @Test
  void passages_stand_where_they_say() {
    var letter = letter("Any update?", "Hi Ada,\n\nI hope this finds you well. Is it open?");

    for (var passage : WORDING.judge(letter, followUp()).emptyPhrases()) {
      var text = passage.inSubject() ? letter.subject() : letter.body();
      assertThat(text.substring(passage.begin(), passage.end())).isEqualTo(passage.text());
    }
  }

  private static Writing letter(String subject, String body) {
    return new Writing(subject, body, TUESDAY_MORNING);
  }

  private static Circumstances followUp() {
    return circumstances(Rank.MANAGER, Closeness.WEAK, 2, 5, false);
  }

  private static Circumstances circumstances(
      Rank rank, Closeness tie, int touch, @Nullable Integer days, boolean theyWroteLast) {
    return new Circumstances(rank, tie, "S1", touch, days, theyWroteLast, "", null, false);
  }

  private static List<RemarkKind> kinds(Judgement judged) {
    return judged.remarks().stream().map(Remark::kind).toList();
  }

  private static Remark remark(Judgement judged, RemarkKind kind) {
    return judged.remarks().stream()
        .filter(remark -> remark.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
