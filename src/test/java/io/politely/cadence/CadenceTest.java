package io.politely.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence.Approving;
import io.politely.cadence.Cadence.Starting;
import io.politely.cadence.FollowUp.Research;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Importer;
import io.politely.mail.MailCatchUp;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.outbox.DraftId;
import io.politely.outbox.DraftText;
import io.politely.outbox.Leaving;
import io.politely.outbox.Outbox;
import io.politely.outbox.OutgoingState;
import io.politely.outbox.Planning;
import io.politely.outbox.Stop;
import io.politely.outbox.Stopping;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.touches.NewTouch;
import io.politely.touches.Touch.Way;
import io.politely.touches.TouchKind;
import io.politely.touches.Touches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Cadence on PostgreSQL, with mail that is imported, touches that are logged, letters planned. */
@Edge
@Served
class CadenceTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-09");
  private static final Instant SILENT = Instant.parse("2026-04-02T10:00:00Z");
  private static final Instant NEXT_MONDAY = Instant.parse("2026-03-09T10:00:00Z");

  @Autowired private Cadence cadence;
  @Autowired private CadenceCatchUp catchUp;
  @Autowired private Outbox outbox;
  @Autowired private Stopping stopping;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Touches touches;
  @Autowired private People people;
  @Autowired private Importer importer;
  @Autowired private MailCatchUp mail;
  @Autowired private Cast cast;
  @TempDir private Path folder;

  private Cast.Owner ada;
  private WorkspaceId workspace;
  private PersonId grace;

  @BeforeEach
  void ada_wants_to_reach_grace() {
    ada = cast.owner("Ada");
    workspace = ada.workspace();
    grace = people.enter(workspace, "Grace Hopper", new EmailAddress("grace@example.com"));
  }

  @Test
  void what_is_started_is_planned_at_once() {
    var id = start("S1", MONDAY);

    var planned = cadence.followUp(workspace, id, MONDAY).orElseThrow();

    assertThat(planned.next()).isInstanceOf(Next.Touch.class);
    assertThat(cadence.due(workspace, MONDAY.plusSeconds(86_400), 10))
        .extracting(it -> it.followUp().id())
        .containsExactly(id);
    assertThat(cadence.with(workspace, grace)).hasSize(1);
  }

  @Test
  void one_keeps_in_touch_as_seldom_as_one_likes() {
    var id = start("N1", MONDAY);
    var sooner = ((Next.Touch) next(id, MONDAY)).earliest();

    assertThat(cadence.every(workspace, id, 59, MONDAY)).isFalse();
    assertThat(cadence.every(cast.owner("Mallory").workspace(), id, 90, MONDAY)).isFalse();
    assertThat(cadence.every(workspace, id, 90, MONDAY)).isTrue();

    assertThat(((Next.Touch) next(id, MONDAY)).earliest()).isAfter(sooner.plusSeconds(40 * 86_400));
    assertThat(cadence.every(workspace, id, null, MONDAY)).isTrue();
    assertThat(((Next.Touch) next(id, MONDAY)).earliest()).isEqualTo(sooner);
  }

  @Test
  void nobody_begins_to_keep_in_touch_more_often_than_the_policy_has_it() {
    var often = new NewFollowUp(grace, "N1", null, null, null, null, null, Research.NONE, 20);

    assertThat(cadence.start(workspace, often, ada.member(), MONDAY))
        .isEqualTo(new Starting.Refused("Keep in touch every 60 business days or seldomer."));
  }

  @Test
  void the_same_is_not_started_twice() {
    start("S1", MONDAY);

    assertThat(cadence.start(workspace, fresh("S1"), ada.member(), MONDAY))
        .isEqualTo(new Starting.Refused("You follow up with them on this already."));
  }

  @Test
  void a_reply_that_comes_in_takes_the_touch_away() throws IOException {
    var id = start("S1", MONDAY);
    sent("one@example.org", "2026-03-02T11:00:00Z", "Could you tell me who decides this?");
    assertThat(next(id, NEXT_MONDAY)).isInstanceOf(Next.Touch.class);
    assertThat(((Next.Touch) next(id, NEXT_MONDAY)).number()).isEqualTo(2);

    came("grace@example.com", "two@example.com", "one@example.org", "What does it cost?");

    assertThat(next(id, NEXT_MONDAY)).isInstanceOf(Next.Answer.class);
    assertThat(cadence.due(workspace, NEXT_MONDAY, 10)).isEmpty();
  }

  @Test
  void a_colleague_who_answers_takes_the_touch_away() throws IOException {
    var id = start("S1", MONDAY);
    sent("one@example.org", "2026-03-02T11:00:00Z", "Could you tell me who decides this?");

    came("dana@example.com", "two@example.com", "one@example.org", "What does it cost?");

    assertThat(next(id, NEXT_MONDAY).reason()).startsWith("Somebody answered for them");
  }

  @Test
  void our_own_letter_in_the_thread_is_no_reply() throws IOException {
    var id = start("S1", MONDAY);
    sent("one@example.org", "2026-03-02T11:00:00Z", "Could you tell me who decides this?");
    sent("two@example.org", "2026-03-05T11:00:00Z", "Here is what it costs: nothing.");

    assertThat(((Next.Touch) next(id, NEXT_MONDAY)).number()).isEqualTo(3);
  }

  @Test
  void a_call_that_is_logged_takes_the_touch_away() {
    var id = start("S1", MONDAY);
    touches.log(
        workspace,
        new NewTouch(
            List.of(new Way(TouchKind.CALL, false)),
            TUESDAY,
            "called Grace",
            Map.of(grace, "Grace"),
            List.of(),
            List.of(),
            null),
        ada.member(),
        TUESDAY);

    assertThat(next(id, NEXT_MONDAY)).isInstanceOf(Next.Answer.class);
  }

  @ParameterizedTest
  @CsvSource({"ADDRESS,grace@example.com", "DOMAIN,example.com"})
  void whoever_is_stopped_leaves_the_list_by_itself(Stop.Scope scope, String value)
      throws InterruptedException {
    start("S1", MONDAY);

    stopping.stop(workspace, scope, value, Stop.Source.STOP, "“Enough.”", null, "test");

    for (int i = 0; i < 100 && !cadence.due(workspace, NEXT_MONDAY, 10).isEmpty(); i++) {
      Thread.sleep(100);
    }
    assertThat(cadence.due(workspace, NEXT_MONDAY, 10)).isEmpty();
  }

  @Test
  void nothing_is_planned_after_a_stop() {
    start("S1", MONDAY);
    stopping.stop(
        workspace,
        Stop.Scope.ADDRESS,
        "grace@example.com",
        Stop.Source.STOP,
        "“Take me off your list.”",
        null,
        "test");

    catchUp.replanAll(workspace);

    assertThat(cadence.due(workspace, NEXT_MONDAY, 10)).isEmpty();
    assertThat(cadence.with(workspace, grace).getFirst().followUp().isOpen()).isFalse();
    assertThat(cadence.start(workspace, fresh("S1"), ada.member(), MONDAY))
        .isInstanceOf(Starting.Refused.class);
  }

  @Test
  void what_is_set_off_and_ended_can_be_taken_back() {
    var id = start("S1", MONDAY);

    cadence.setOff(workspace, id, LocalDate.parse("2026-04-20"), MONDAY);
    assertThat(((Next.Touch) next(id, MONDAY)).earliest())
        .isAfter(Instant.parse("2026-04-19T00:00:00Z"));
    cadence.setOff(workspace, id, null, MONDAY);
    assertThat(cadence.retire(workspace, id, "Met her at a fair.", MONDAY)).isTrue();
    assertThat(cadence.retire(workspace, id, "", MONDAY)).isFalse();
    assertThat(cadence.due(workspace, NEXT_MONDAY, 10)).isEmpty();
    assertThat(cadence.reopen(workspace, id, MONDAY)).isTrue();
    assertThat(cadence.due(workspace, NEXT_MONDAY, 10)).hasSize(1);
  }

  @Test
  void who_is_at_the_top_never_gets_more_than_others() {
    assertThat(cadence.changePolicy(workspace, "caps.unansweredIn30Days", 1, ada.member(), MONDAY))
        .hasValue("A C-level reader or owner gets no more unanswered touches than others.");
    assertThat(
            cadence.changePolicy(workspace, "caps.unansweredIn30DaysTop", 1, ada.member(), MONDAY))
        .isEmpty();
    assertThat(cadence.changePolicy(workspace, "caps.unansweredIn30Days", 1, ada.member(), MONDAY))
        .isEmpty();
    assertThat(
            cadence.changePolicy(
                workspace, "caps.unansweredIn30DaysTop", null, ada.member(), MONDAY))
        .isPresent();
  }

  @Test
  void a_changed_number_holds_from_now_on_within_the_caps() {
    var id = start("S1", MONDAY);

    assertThat(cadence.changePolicy(workspace, "S1.touches.2.gap", 1, ada.member(), MONDAY))
        .hasValue("Touch 2: business days after the one before: a number from 2 to 120.");
    assertThat(cadence.changePolicy(workspace, "S1.touches.2.gap", 6, ada.member(), MONDAY))
        .isEmpty();
    assertThat(cadence.changePolicy(workspace, "caps.red", 90, ada.member(), MONDAY)).isPresent();
    assertThat(cadence.policy(workspace).situation("S1").orElseThrow().steps().get(1).gap())
        .isEqualTo(6);
    assertThat(cadence.preview(workspace, id, MONDAY)).hasSizeGreaterThan(3);
    assertThat(cadence.policy(cast.owner("Grace").workspace()).situation("S1"))
        .hasValueSatisfying(it -> assertThat(it.steps().get(1).gap()).isEqualTo(3));
  }

  @Test
  void two_letters_to_one_person_that_are_approved_at_once_are_one() throws Exception {
    connect();
    var one = draft("The first");
    var other = draft("The second");

    List<Planning> plannings;
    try (var threads = Executors.newFixedThreadPool(2)) {
      plannings =
          threads
              .invokeAll(List.<Callable<Planning>>of(() -> send(one, ""), () -> send(other, "")))
              .stream()
              .map(it -> {
                try {
                  return it.get();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              })
              .toList();
    }

    assertThat(plannings).hasAtLeastOneElementOfType(Planning.Planned.class);
    assertThat(plannings).hasAtLeastOneElementOfType(Planning.Impolite.class);
  }

  @Test
  void a_written_reason_lets_a_second_letter_go_and_is_kept() {
    connect();
    assertThat(send(draft("The first"), "")).isInstanceOf(Planning.Planned.class);
    var second = draft("The second");

    assertThat(send(second, "")).isInstanceOf(Planning.Impolite.class);
    assertThat(send(second, "She asked for the file by phone."))
        .isInstanceOf(Planning.Planned.class);
  }

  @Test
  void sixteen_strangers_a_day_are_too_many_for_a_mailbox() {
    connect();
    for (int i = 0; i < 15; i++) {
      people.enter(workspace, "Stranger " + i, stranger(i));
      assertThat(send(draft(stranger(i).value(), "A first letter"), ""))
          .isInstanceOf(Planning.Planned.class);
    }
    people.enter(workspace, "Stranger 15", stranger(15));

    assertThat(send(draft(stranger(15).value(), "A first letter"), ""))
        .isEqualTo(
            new Planning.Impolite(
                List.of(
                    "15 first letters to strangers left this mailbox within a day, which is the"
                        + " most."),
                true));
  }

  private static EmailAddress stranger(int number) {
    return new EmailAddress("stranger" + number + "@example.com");
  }

  @Test
  void what_was_withdrawn_weighs_no_more() {
    connect();
    var first = (Planning.Planned) send(draft("The first"), "");
    outbox.cancel(workspace, first.id(), ada.member());

    assertThat(send(draft("The second"), "")).isInstanceOf(Planning.Planned.class);
  }

  @Test
  void a_letter_that_answers_them_is_never_held_up() throws IOException {
    connect();
    sent("one@example.org", "2026-03-02T11:00:00Z", "Could you tell me who decides this?");
    came("grace@example.com", "two@example.com", "one@example.org", "What does it cost?");

    assertThat(send(draft("It costs nothing."), "")).isInstanceOf(Planning.Planned.class);
    assertThat(cadence.pushiness(workspace, grace, Instant.now()).value()).isZero();
  }

  @Test
  void a_touch_that_is_approved_leaves_once_in_its_conversation_and_the_next_is_planned()
      throws IOException {
    connect();
    var id = start("S1", MONDAY);
    var item = item();
    sent("one@example.org", "2026-03-02T11:00:00Z", "Could you tell me who decides this?");
    var planned = cadence.followUp(workspace, id, NEXT_MONDAY).orElseThrow();
    var letter =
        Objects.requireNonNull(
            cadence
                .letters(workspace, me(), List.of(planned), Map.of(id, item), NEXT_MONDAY)
                .get(id));
    assertThat(letter.subject()).isEqualTo("Re: The engine");
    assertThat(letter.answers()).isNotNull();
    assertThat(letter.missing()).isEmpty();

    var approved = approve(id, 2, letter, item);

    assertThat(approved).isInstanceOf(Approving.Approved.class);
    assertThat(approve(id, 2, letter, item)).isInstanceOf(Approving.Refused.class);
    var next = cadence.followUp(workspace, id, NEXT_MONDAY).orElseThrow().next();
    assertThat(((Next.Touch) next).number()).isEqualTo(3);
    assertThat(cadence.itemsFor(workspace, grace)).isEmpty();
    assertThat(cadence.items(workspace).getFirst().uses()).isEqualTo(1);
  }

  @Test
  void a_reply_withdraws_what_was_approved() throws IOException {
    var item = item();
    cadence.note(workspace, grace, "She opened a yard in Leeds.", "", ada.member(), MONDAY);
    var approved = approveSecond(item, "You opened a yard: she opened a yard in Leeds!");
    assertThat(cadence.news(workspace, grace, TODAY)).isEmpty();

    came("grace@example.com", "two@example.com", "one@example.org", "What does it cost?");

    assertThat(state(approved)).isEqualTo(OutgoingState.CANCELLED);
    assertThat(cadence.itemsFor(workspace, grace)).hasSize(1);
    assertThat(cadence.news(workspace, grace, TODAY)).hasSize(1);
  }

  @Test
  void a_day_they_name_withdraws_what_was_approved_for_an_earlier_one() throws IOException {
    var approved = approveSecond(item(), "");

    came(
        "grace@example.com",
        "two@example.com",
        "one@example.org",
        "Not now, please. Write to me again on 20 April 2027.");

    assertThat(state(approved)).isEqualTo(OutgoingState.CANCELLED);
  }

  private OutgoingState state(Approving.Approved approved) {
    return outbox.mail(workspace, approved.mail()).orElseThrow().state();
  }

  /** The second letter, a week after the first, with more words. */
  private Approving.Approved approveSecond(ItemId item, String more) throws IOException {
    connect();
    var id = start("S1", MONDAY);
    sent("one@example.org", "2026-03-02T11:00:00Z", "Could you tell me who decides this?");
    var planned = cadence.followUp(workspace, id, NEXT_MONDAY).orElseThrow();
    var letter =
        Objects.requireNonNull(
            cadence
                .letters(workspace, me(), List.of(planned), Map.of(id, item), NEXT_MONDAY)
                .get(id));
    return (Approving.Approved)
        approve(id, 2, letter.saying(letter.subject(), letter.body() + "\n\n" + more), item);
  }

  private ItemId item() {
    return cadence.addItem(
        workspace,
        ValueItem.Kind.ARTICLE,
        "the survey on lead times",
        "Page four has your trade.",
        "https://example.com/survey",
        ada.member(),
        MONDAY);
  }

  private SignedIn me() {
    return new SignedIn(workspace, ada.member(), "Ada Lovelace", ada.address(), ZoneOffset.UTC);
  }

  private Approving approve(FollowUpId id, int number, FollowUpLetter letter, ItemId item) {
    return cadence.approve(
        workspace, me(), id, number, letter, item, "", outbox.known(workspace), NEXT_MONDAY);
  }

  @Test
  void nobody_else_sees_or_moves_it() {
    var id = start("S1", MONDAY);
    var other = cast.owner("Mallory").workspace();

    assertThat(cadence.followUp(other, id, MONDAY)).isEmpty();
    assertThat(cadence.with(other, grace)).isEmpty();
    assertThat(cadence.due(other, NEXT_MONDAY, 10)).isEmpty();
    assertThat(cadence.retire(other, id, "", MONDAY)).isFalse();
    assertThat(cadence.setOff(other, id, null, MONDAY)).isFalse();
    assertThat(cadence.pushiness(other, grace, MONDAY)).isEqualTo(Pushiness.NONE);
    assertThat(cadence.preview(other, fresh("S1"), MONDAY)).isEmpty();
    assertThat(cadence.start(other, fresh("S1"), ada.member(), MONDAY))
        .isEqualTo(new Starting.Refused("There is no such person here."));
    assertThat(cadence.followUp(workspace, id, MONDAY)).isPresent();
  }

  @Test
  void a_last_word_after_silence_is_offered_and_said_once() throws IOException {
    connect();
    var id = start("J1", MONDAY);
    sent("one@example.org", "2026-03-09T10:00:00Z", "Is it still open?");
    sent("two@example.org", "2026-03-18T10:00:00Z", "Is it still open, or shall I stop?");
    assertThat(next(id, SILENT)).isInstanceOf(Next.Over.class);
    assertThat(cadence.lastWord(cast.owner("Mallory").workspace(), id, SILENT)).isEmpty();
    var offered = cadence.lastWord(workspace, id, SILENT).orElseThrow();
    var letter = cadence.letters(workspace, me(), List.of(offered), Map.of(), SILENT).get(id);

    assertThat(Objects.requireNonNull(letter).body()).contains("nothing to answer");
    assertThat(letter.subject()).isEqualTo("Re: The engine");
    assertThat(cadence.remarks(workspace, offered.followUp(), letter)).isEmpty();
    assertThat(lastWord(id, letter)).isInstanceOf(Approving.Approved.class);
    assertThat(lastWord(id, letter)).isInstanceOf(Approving.Refused.class);
    assertThat(cadence.lastWord(workspace, id, SILENT)).isEmpty();
    assertThat(next(id, SILENT)).isInstanceOf(Next.Over.class);
  }

  @Test
  void no_last_word_is_offered_to_whoever_answered_after_all() throws IOException {
    var id = start("J1", MONDAY);
    sent("one@example.org", "2026-03-09T10:00:00Z", "Is it still open?");
    sent("two@example.org", "2026-03-18T10:00:00Z", "Is it still open, or shall I stop?");
    assertThat(next(id, SILENT)).isInstanceOf(Next.Over.class);
    assertThat(cadence.lastWord(workspace, id, SILENT)).isPresent();

    came(
        "grace@example.com",
        "three@example.com",
        "two@example.org",
        "It is. When can you start?",
        "2026-04-02T09:00:00Z");

    assertThat(cadence.lastWord(workspace, id, SILENT)).isEmpty();
  }

  private Approving lastWord(FollowUpId id, FollowUpLetter letter) {
    return cadence.approve(
        workspace, me(), id, 0, letter, null, "", outbox.known(workspace), SILENT);
  }

  private FollowUpId start(String row, Instant now) {
    return switch (cadence.start(workspace, fresh(row), ada.member(), now)) {
      case Starting.Started(var id) -> id;
      case Starting.Refused(var sentence) -> throw new AssertionError(sentence);
    };
  }

  private NewFollowUp fresh(String row) {
    return new NewFollowUp(
        grace,
        row,
        null,
        null,
        null,
        null,
        null,
        new Research("She moved her team to rail.", "Her talk in May", "We sell to rail."));
  }

  private Next next(FollowUpId id, Instant now) {
    return cadence.followUp(workspace, id, now).orElseThrow().next();
  }

  private void connect() {
    assertThat(mailboxes.connect(workspace, account(ada.address()), Instant.now())).isPresent();
  }

  private DraftId draft(String body) {
    return draft("grace@example.com", body);
  }

  private DraftId draft(String to, String body) {
    var id = new DraftId(UUID.randomUUID());
    var account = mailboxes.accounts(workspace).getFirst().id();
    outbox.saveDraft(
        workspace,
        id,
        new DraftText(account, to, "", "", "The engine", body, null, false, Leaving.NOW, ""),
        List.of(),
        List.of(),
        ada.member(),
        outbox.known(workspace),
        Instant.now());
    assertThat(outbox.prepare(workspace, id, ZoneOffset.UTC, Instant.now())).isEmpty();
    return id;
  }

  private Planning send(DraftId draft, String why) {
    var prepared = outbox.prepared(workspace, draft, ZoneOffset.UTC).orElseThrow();
    return outbox.send(
        workspace,
        draft,
        prepared.hash(),
        ada.member(),
        outbox.known(workspace),
        ZoneOffset.UTC,
        why);
  }

  private void sent(String id, String at, String body) throws IOException {
    read(
        """
        From: Ada <%s>
        To: Grace Hopper <grace@example.com>
        Subject: The engine
        Date: %s
        Message-ID: <%s>

        %s
        """
            .formatted(ada.address(), date(at), id, body));
  }

  private void came(String from, String id, String answers, String body) throws IOException {
    came(from, id, answers, body, "2026-03-03T09:00:00Z");
  }

  private void came(String from, String id, String answers, String body, String at)
      throws IOException {
    read(
        """
        From: Somebody <%s>
        To: Ada <%s>
        Subject: Re: The engine
        Date: %s
        Message-ID: <%s>
        In-Reply-To: <%s>

        %s
        """
            .formatted(from, ada.address(), date(at), id, answers, body));
  }

  private static String date(String at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.parse(at).atOffset(ZoneOffset.UTC));
  }

  private void read(String message) throws IOException {
    Files.writeString(folder.resolve(UUID.randomUUID() + ".eml"), message);
    importer.run(workspace, List.of(folder), _ -> {});
    mail.thread(workspace);
    catchUp.catchUp(workspace);
  }

  private static NewMailAccount account(EmailAddress address) {
    return new NewMailAccount(
        address,
        "Ada Lovelace",
        new Server("imap.example.com", 993, Security.TLS),
        new Server("smtp.example.com", 465, Security.TLS),
        "ada",
        Authentication.PASSWORD,
        "three-blue-herons",
        false);
  }
}
