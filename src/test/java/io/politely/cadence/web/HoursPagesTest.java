package io.politely.cadence.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.cadence.Cadence.Approving;
import io.politely.cadence.Cadence.Starting;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.FollowUpId;
import io.politely.cadence.NewFollowUp;
import io.politely.cadence.Next;
import io.politely.cadence.ValueItem;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.outbox.Outbox;
import io.politely.outbox.OutgoingId;
import io.politely.outbox.OutgoingState;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import io.politely.testing.Visitor.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** When somebody works, and where, as the user says it on their page. */
@Served
class HoursPagesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Cadence cadence;
  @Autowired private Outbox outbox;
  @Autowired private Mailboxes mailboxes;

  private Cast.Owner ada;
  private Visitor visitor;
  private PersonId grace;
  private String path;

  @BeforeEach
  void ada_signs_in() {
    ada = cast.owner("Ada", UTC);
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    grace = people.enter(ada.workspace(), "Grace Hopper", new EmailAddress("grace@example.com"));
    path = "/people/" + grace;
  }

  @Test
  void without_a_word_they_are_those_of_the_policy() {
    assertThat(visitor.open(path).text()).contains("08:00–18:00 as the policy has it");
  }

  @Test
  void hours_with_a_break_are_kept_and_planned_by_and_that_is_undone() {
    var id = started();

    assertThat(says("hours", "9-10, 16:30-20").location()).isEqualTo(path);

    var page = visitor.open(path);
    assertThat(page.text()).contains("09:00–10:00, 16:30–18:00 as you said, within the policy");
    assertThat(earliest(id, UTC)).isBetween(LocalTime.of(16, 30), LocalTime.of(18, 0));

    visitor.submit(page, "#toasts form", Map.of());

    assertThat(visitor.open(path).text()).contains("08:00–18:00 as the policy has it");
  }

  @Test
  void what_tells_no_hours_is_not_kept() {
    for (var words : new String[] {"mornings", "18-9", "9-12, 11-14", "25-26"}) {
      assertThat(says("hours", words).status()).as(words).isEqualTo(422);
    }
    assertThat(visitor.open(path).text()).contains("as the policy has it");
  }

  @Test
  void where_somebody_is_by_the_users_word_moves_what_is_planned() {
    var id = started();

    says("zone", "Asia/Tokyo");

    await(() -> LocalTime.of(8, 0).equals(earliest(id, TOKYO)));
  }

  @Test
  void a_letter_that_waits_moves_into_the_hours_that_somebody_keeps() {
    var waiting = approved();
    var before = due(waiting);

    says("hours", "%d-18".formatted(before.atZone(UTC).getHour() + 2));

    assertThat(outbox.mail(ada.workspace(), waiting).orElseThrow().state())
        .isEqualTo(OutgoingState.PLANNED);
    assertThat(due(waiting))
        .isEqualTo(before.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(2)));
    assertThat(outbox.steps(ada.workspace(), waiting)).hasSize(2);

    says("hours", "");
    assertThat(due(waiting)).isAfter(before);
  }

  @Test
  void a_letter_that_waits_moves_with_the_clock_of_its_reader() {
    var waiting = approved();
    var before = due(waiting);

    says("zone", "Asia/Tokyo");

    await(() -> due(waiting).isAfter(before));
    assertThat(due(waiting).atZone(TOKYO).toLocalTime()).isEqualTo(LocalTime.of(8, 0));
    assertThat(outbox.mail(ada.workspace(), waiting).orElseThrow().state())
        .isEqualTo(OutgoingState.PLANNED);
  }

  @Test
  void nobody_else_moves_it() {
    var waiting = approved();
    var before = due(waiting);
    var mallory = cast.owner("Mallory").workspace();

    assertThat(outbox.postpone(mallory, waiting, before.plusSeconds(3_600), "Later.")).isFalse();
    assertThat(outbox.postpone(ada.workspace(), waiting, before, "Now.")).isFalse();
    assertThat(due(waiting)).isEqualTo(before);
  }

  private Instant due(OutgoingId mail) {
    return outbox.mail(ada.workspace(), mail).orElseThrow().dueAt();
  }

  /** A letter that leaves on a morning of next week. */
  private OutgoingId approved() {
    var workspace = ada.workspace();
    // The database keeps its own time: what is planned must lie ahead for it, too.
    var now = Instant.now();
    assertThat(mailboxes.connect(workspace, account(), now)).isPresent();
    var me = new SignedIn(workspace, ada.member(), "Ada Lovelace", ada.address(), UTC);
    var item =
        cadence.addItem(
            workspace,
            ValueItem.Kind.ARTICLE,
            "the survey on lead times",
            "Page four has your trade.",
            "https://example.com/survey",
            ada.member(),
            now);
    var fresh =
        new NewFollowUp(
            grace,
            "S1",
            null,
            null,
            null,
            null,
            now.atZone(UTC).toLocalDate().plusDays(8),
            new Research("She moved her team to rail.", "Her talk", "We sell to rail."));
    var id = ((Starting.Started) cadence.start(workspace, fresh, ada.member(), now)).id();
    var planned = cadence.followUp(workspace, id, now).orElseThrow();
    var letter = cadence.letters(workspace, me, List.of(planned), Map.of(id, item), now).get(id);
    var approving =
        cadence.approve(
            workspace,
            me,
            id,
            1,
            Objects.requireNonNull(letter),
            item,
            "",
            outbox.known(workspace),
            now);
    return ((Approving.Approved) approving).mail();
  }

  private NewMailAccount account() {
    return new NewMailAccount(
        ada.address(),
        "Ada Lovelace",
        new Server("imap.example.com", 993, Security.TLS),
        new Server("smtp.example.com", 465, Security.TLS),
        "ada",
        Authentication.PASSWORD,
        "three-blue-herons",
        false);
  }

  @Test
  void who_leads_a_company_by_the_users_word_gets_fewer_letters() {
    var id = started("X1");
    assertThat(touch(id).of()).isEqualTo(3);

    post(
        visitor,
        path + "/roles",
        "post",
        Map.of("title", "Chief Executive Officer", "company", ""));

    await(() -> touch(id).of() == 2);
  }

  @Test
  void nobody_else_says_when_they_work() {
    var mallory = Visitor.of(port).signedInBy(cast.link(cast.owner("Mallory")));

    assertThat(post(mallory, path + "/hours", "put", Map.of("words", "9-10")).status())
        .isEqualTo(404);
    assertThat(post(mallory, path + "/hours", "delete", Map.of("before", "9-10")).status())
        .isEqualTo(404);
    assertThat(visitor.open(path).text()).contains("as the policy has it");
  }

  private FollowUpId started() {
    return started("S1");
  }

  private FollowUpId started(String situation) {
    var fresh =
        new NewFollowUp(
            grace, situation, null, null, null, null, null, new Research("a", "b", "c"));
    return ((Starting.Started) cadence.start(ada.workspace(), fresh, ada.member(), MONDAY)).id();
  }

  private Next.Touch touch(FollowUpId id) {
    var evening = MONDAY.plus(Duration.ofHours(5));
    return (Next.Touch) cadence.followUp(ada.workspace(), id, evening).orElseThrow().next();
  }

  private LocalTime earliest(FollowUpId id, ZoneId zone) {
    return touch(id).earliest().atZone(zone).toLocalTime();
  }

  private Shown says(String what, String words) {
    return post(visitor, path + "/" + what, "put", Map.of("words", words));
  }

  private static Shown post(Visitor who, String path, String method, Map<String, String> fields) {
    var csrf = who.open("/value-items").document().select("[name=_csrf]").attr("value");
    var all = new HashMap<>(fields);
    all.put("_csrf", csrf);
    all.put("_method", method);
    return who.post(path, all);
  }

  private static void await(BooleanSupplier holds) {
    var until = Instant.now().plusSeconds(20);
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(until);
      Thread.onSpinWait();
    }
  }
}
