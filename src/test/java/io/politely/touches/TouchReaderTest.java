package io.politely.touches;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TouchReaderTest {

  private static final LocalDateTime FRIDAY = LocalDateTime.parse("2026-06-26T16:00");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /**
   * A line, and how it is understood: the ways, with {@code <} where they began; who is named; when
   * it was; what was promised.
   */
  private static final String LINES =
      """
          called Dana, left voicemail, promised deck by Fri -> voicemail; Dana; now; us: deck by 07-03
          Called Dana Scott -> call; Dana Scott; now;
          called dana about the offer -> call; dana; now;
          called Dana back -> call; Dana; now;
          Dana called me -> call<; Dana; now;
          dana called me back yesterday -> call<; dana; 06-25 12:00;
          didn't call -> note; ; now;
          didn't call Dana -> note; Dana; now;
          will call Dana on Monday -> note; Dana; now; us: call Dana by 06-29
          need to call Dana on Monday -> note; Dana; now;
          call Dana tomorrow -> note; Dana; now;
          called Dana, no answer -> missed-call; Dana; now;
          called Dana, no answer, texted her instead -> missed-call+text; Dana; now;
          tried Dana twice -> missed-call; Dana; now;
          tried calling Dana, went to voicemail -> missed-call; Dana; now;
          couldn't reach Dana -> missed-call; Dana; now;
          left Dana a voicemail yesterday at 3pm -> voicemail; Dana; 06-25 15:00;
          left a vm for Dana re Q3 deck -> voicemail; Dana; now;
          voicemail from Dana, she will send the contract by Tuesday -> voicemail<; Dana; now; them: send the contract by 06-30
          spoke with Dana and Alan about pricing -> call; Dana, Alan; now;
          talked to Dana, Alan and Bob about pricing -> call; Dana, Alan, Bob; now;
          spoke to Dana at Acme, she promised feedback by Tuesday -> call; Dana @Acme; now; them: feedback by 06-30
          met Dana for coffee on Monday -> meeting; Dana; 06-22 12:00;
          had lunch with Dana Scott yesterday, will send her the deck by Wednesday -> meeting; Dana Scott; 06-25 12:00; us: send her the deck by 07-01
          coffee w/ Dana, 3 May -> meeting; Dana; 05-03 12:00;
          meeting with Dana tomorrow -> note; Dana; now;
          zoom call with Grace Hopper at 10:30 -> meeting; Grace Hopper; 06-26 10:30;
          interview with Dana at 3pm went well -> meeting; Dana; 06-26 15:00;
          LinkedIn message to Dana -> linkedin; Dana; now;
          messaged Dana on LinkedIn -> linkedin; Dana; now;
          sent Dana a LinkedIn invite -> linkedin; Dana; now;
          Dana accepted my LinkedIn request -> linkedin<; Dana; now;
          texted Dana -> text; Dana; now;
          text from Dana: running late -> text<; Dana; now;
          Dana texted, she'll call me Monday -> text<; Dana; now; them: call me by 06-29
          got a call from Dana at 9am -> call<; Dana; 06-26 09:00;
          missed call from Dana -> missed-call<; Dana; now;
          missed Dana's call this morning -> missed-call<; Dana; now;
          returned Dana's call -> call; Dana; now;
          called her, left a message -> voicemail; ; now;
          left voicemail, promised deck by Fri -> voicemail; ; now; us: deck by 07-03
          Dana promised feedback by Tuesday -> note; Dana; now; them: feedback by 06-30
          promised Dana the deck by next Friday -> note; Dana; now; us: the deck by 07-03
          I owe Dana an intro to Alan -> note; Dana; now; us: an intro to Alan
          Dana owes me the contract -> note; Dana; now; them: the contract
          told Dana I'd send references by Thursday -> note; Dana; now; us: send references by 07-02
          she said she'd get back to me next week -> note; ; now; them: get back to me by 07-03
          called Dana. She agreed to introduce me to Alan by 3 July. I promised to send my CV today. -> call; Dana; now; them: introduce me to Alan by 07-03 / us: send my CV by 06-26
          Dana to send contract by Friday -> note; Dana; now; them: send contract by 07-03
          Note: Dana moved to Acme -> note; Dana; now;
          Dana prefers short letters -> note; Dana; now;
          Dana no-show -> missed-meeting; Dana; now;
          Dana stood me up -> missed-meeting; Dana; now;
          the role will start in September -> note; ; now;
          asked me to send the deck by Friday -> note; ; now;
          Dana asked me to send the deck by Friday -> note; Dana; now;
          spoke 20 minutes ago with Dana -> call; Dana; 06-26 15:40;
          Heard back from Dana yesterday: not interested -> call<; Dana; 06-25 12:00;
          met with Dana last week -> meeting; Dana; 06-19 12:00;
          emailed Dana -> note; Dana; now;
          called the recruiter -> call; ; now;
          called May on Monday -> call; May; 06-22 12:00;
          WhatsApp from Dana -> text<; Dana; now;
          ran into Alan at the conference -> meeting; Alan; now;
          scheduled a call with Dana for Tuesday -> note; Dana; now;
          was called by Dana -> call<; Dana; now;
          called Dana but she didn't pick up -> missed-call; Dana; now;
          Dana didn't call back -> note; Dana; now;
          haven't called Dana yet -> note; Dana; now;
          phoned Zoë O'Brien and Jean-Luc Picard -> call; Zoë O'Brien, Jean-Luc Picard; now;
          Spoke with Dana. Good call. Will follow up next week. -> call; Dana; now; us: follow up by 07-03
          had a great call yesterday with Dana, promised to send the deck by 5pm -> call; Dana; 06-25 12:00; us: send the deck by 06-26
          called Dana two days ago at noon, talked pricing -> call; Dana; 06-24 12:00;
          called Dana and promised her the deck by Friday -> call; Dana; now; us: the deck by 07-03
          Dana called and promised feedback by Tuesday -> call<; Dana; now; them: feedback by 06-30
          Dana called, left a voicemail -> voicemail<; Dana; now;
          called Dana, she won't send the contract -> call; Dana; now;
          saw on LinkedIn that Dana moved -> note; Dana; now;
          interviewed with Dana Scott and Alan Turing at Example Ltd on Tuesday, they will decide by Friday -> meeting; Dana Scott, Alan Turing @Example Ltd; 06-23 12:00; them: decide by 07-03
          I called, we agreed to talk again on Thursday -> call; ; now; us: talk again by 07-02
          talked to my boss -> call; ; now;
          sms to Dana at 18:30 -> text; Dana; now;
          rang Dana's office -> call; Dana; now;
          called Will Smith -> call; Will Smith; now;
          Will called me, will send CV by Monday -> call<; Will; now; them: send CV by 06-29
          Dana and I talked about the offer -> call; Dana; now;
          Dana called, I didn't pick up -> missed-call<; Dana; now;
          promise Alan's CV -> note; Alan; now; us: Alan's CV
          we met with Dana and Alan -> meeting; Dana, Alan; now;
          Coffee with Dana tomorrow at 10 -> note; Dana; now;
          Call with Dana (Acme) on Tuesday at 15:30: she'll intro me to Bob by next Monday -> call; Dana @Acme; 06-23 15:30; them: intro me to Bob by 06-29
          text Dana -> note; Dana; now;
          ping dana about the deck next week -> note; ; now;
          Had dinner with Alan last night -> meeting; Alan; 06-25 12:00;
          Voicemail for Alan. He promised to call back tomorrow. -> voicemail; Alan; now; them: call back by 06-29
          spoke with dana & alan -> call; dana, alan; now;
          Dana will send the contract by Friday -> note; Dana; now; them: send the contract by 07-03
          dana promised feedback by tuesday -> note; dana; now; them: feedback by 06-30
          called Dana at 11, she agreed to a trial, I'll send the terms tonight -> call; Dana; 06-26 11:00; us: send the terms by 06-26
          catch up with Dana, promised nothing -> note; Dana; now;
      """;

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void a_line_is_understood(String line, String expected) {
    assertThat(shown(TouchReader.read(line, FRIDAY, LONDON))).isEqualTo(expected);
  }

  static Stream<Arguments> lines() {
    return LINES.lines().map(line -> Arguments.of((Object[]) line.strip().split(" -> ", 2)));
  }

  @Test
  void what_did_not_happen_and_what_is_still_to_come_are_notes_that_say_why() {
    assertThat(read("didn't call Dana").remarks())
        .containsExactly("“didn't call” says that it did not happen.");
    assertThat(read("meeting with Dana tomorrow").remarks())
        .containsExactly("That is still to come: it is kept as a note until it happened.");
    assertThat(read("call Dana tomorrow").remarks())
        .containsExactly(
            "That is still to be done: a note to yourself promises nothing to anybody.");
    assertThat(read("called Dana").remarks()).isEmpty();
  }

  @Test
  void who_made_a_promise_is_named_where_the_line_names_them() {
    assertThat(read("met Dana and Alan, Alan promised feedback by Tuesday").promises())
        .extracting(Understood.Promised::by)
        .containsExactly("Alan");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "'",
        "and",
        "with",
        "left",
        "promised",
        "promised by Friday",
        "called ,,, and",
        "will",
        "İ called Dana",
        "at 99:99 called",
        "called @@@ (((",
        "(Dana",
        "’s ’d I’ll",
        "on 31 February called Dana by 30 February",
        "called Dana & & & Alan +"
      })
  void no_line_breaks_it(String line) {
    assertThat(read(line).ways()).isNotEmpty();
  }

  @Test
  void a_very_long_line_is_read_quickly() {
    assertThat(read("called Dana and promised her the deck by Friday, ".repeat(200)).ways())
        .hasSize(1);
    assertThat(read("left ".repeat(2_000)).ways()).hasSize(1);
  }

  private static Understood read(String line) {
    return TouchReader.read(line, FRIDAY, LONDON);
  }

  private static String shown(Understood read) {
    return Stream.of(
            read.ways().stream()
                .map(way -> way.kind().word() + (way.byThem() ? "<" : ""))
                .collect(joining("+")),
            read.names().stream()
                .map(name -> name.words() + (name.company().isEmpty() ? "" : " @" + name.company()))
                .collect(joining(", ")),
            read.at().equals(FRIDAY)
                ? "now"
                : read.at().toString().replace("2026-", "").replace("T", " "),
            read.promises().stream()
                .map(promise ->
                    (promise.byUs() ? "us: " : "them: ")
                        + promise.what()
                        + (promise.due() == null
                            ? ""
                            : " by " + promise.due().toString().replace("2026-", "")))
                .collect(joining(" / ")))
        .collect(joining("; "))
        .strip();
  }
}
