package io.politely.outbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.outbox.Outbox;
import io.politely.people.AddressEvidence;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.people.Sighting;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class DoNotContactTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Mailboxes mailboxes;
  @Autowired private People people;
  @Autowired private Outbox outbox;

  private Cast.Owner ada;
  private Visitor visitor;

  @BeforeEach
  void ada_has_a_mailbox_and_knows_grace() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    var account =
        mailboxes.connect(
            ada.workspace(),
            new NewMailAccount(
                ada.address(),
                "Ada Lovelace",
                new Server("imap.example.com", 993, Security.TLS),
                new Server("smtp.example.com", 465, Security.TLS),
                "ada",
                Authentication.PASSWORD,
                "three-blue-herons",
                false),
            MONDAY);
    assertThat(account).isPresent();
    people.meet(ada.workspace(), List.of(sighting()));
  }

  @Test
  void an_address_is_stopped_lifted_and_stopped_again() {
    planned();

    var stopped =
        send("/do-not-contact", Map.of("who", "grace@example.org", "reason", "“No more”"));

    assertThat(toast(stopped))
        .contains("Nobody writes to grace@example.org any more.")
        .contains("One mail that waited was cancelled.");
    assertThat(outbox.open(ada.workspace(), 10)).isEmpty();
    var list = visitor.open("/do-not-contact");
    assertThat(list.text()).contains("“No more”").contains("You said so");

    var lifted = visitor.submit(list, "form:has([value=delete])", Map.of());
    var after = visitor.open(lifted.location());
    assertThat(after.text()).contains("Nobody. Who asks to be left alone");
    var again = visitor.submit(after, "#toasts form", Map.of());
    assertThat(toast(again)).contains("It holds again.");
    assertThat(visitor.open("/do-not-contact").text()).contains("“No more”");
  }

  @Test
  void nobody_can_be_written_to_who_is_on_the_list() {
    send("/do-not-contact", Map.of("who", "@example.org"));

    var page = visitor.open("/letters/new?to=grace@example.org");
    assertThat(page.text()).contains("Nobody here writes to them any more");

    var refused =
        visitor.submit(
            page, "form.compose", Map.of("subject", "A plan", "body", "Hello", "then", "preview"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("so it cannot be sent");
  }

  @Test
  void a_stop_between_looking_and_sending_wins() {
    var preview = looked();
    send("/do-not-contact", Map.of("who", "grace@example.org", "reason", "They called."));

    var refused = visitor.submit(preview, "form[action=/outbox]", Map.of());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Nobody writes to them any more: They called.");
    assertThat(outbox.open(ada.workspace(), 10)).isEmpty();
  }

  @Test
  void a_person_is_stopped_with_all_addresses() {
    var grace = graceId();
    var page = visitor.open("/people/" + grace);
    assertThat(page.document().select("a[href^=/letters/new]").text()).contains("Write");

    var stopped = visitor.submit(page, "form:has([name=person])", Map.of("reason", "Enough."));

    assertThat(stopped.location()).isEqualTo("/people/" + grace);
    var after = visitor.open("/people/" + grace);
    assertThat(after.text()).contains("Do not contact").contains("Enough.");
    assertThat(after.document().select("a[href^=/letters/new]")).isEmpty();
    assertThat(visitor.open("/do-not-contact").text())
        .contains("All addresses of this person, also those found later");
  }

  @Test
  void what_is_neither_address_nor_domain_is_refused_with_a_sentence() {
    var refused = send("/do-not-contact", Map.of("who", "Grace Hopper", "reason", "Enough."));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("“Grace Hopper” is neither an address nor a domain.");
    assertThat(refused.document().select("[name=reason]").attr("value")).isEqualTo("Enough.");
    assertThat(
            send("/do-not-contact", Map.of("who", "a@b.example", "reason", "x".repeat(501)))
                .status())
        .isEqualTo(422);
  }

  @Test
  void somebody_elses_list_is_not_there() {
    send("/do-not-contact", Map.of("who", "grace@example.org", "reason", "They called."));
    var entry = "/do-not-contact/" + outbox.doNotContact(ada.workspace()).getFirst().id();
    var grace = graceId();
    visitor = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));

    assertThat(visitor.open("/do-not-contact").text()).doesNotContain("They called.");
    assertThat(send(entry, Map.of("_method", "delete")).status()).isEqualTo(404);
    assertThat(send(entry + "/lifting", Map.of("_method", "delete")).status()).isEqualTo(404);
    assertThat(send("/do-not-contact", Map.of("person", grace.toString())).status()).isEqualTo(404);
    assertThat(outbox.doNotContact(ada.workspace())).hasSize(1);
  }

  private PersonId graceId() {
    return people.whoAre(ada.workspace(), List.of(GRACE)).values().iterator().next().person();
  }

  private Visitor.Shown looked() {
    var shown =
        visitor.submit(
            visitor.open("/letters/new?to=grace@example.org"),
            "form.compose",
            Map.of("subject", "A plan", "body", "Hello", "then", "preview"));
    return visitor.open(shown.location());
  }

  private void planned() {
    visitor.submit(looked(), "form[action=/outbox]", Map.of());
    visitor.open("/outbox");
    assertThat(outbox.open(ada.workspace(), 10)).hasSize(1);
  }

  private String toast(Visitor.Shown answer) {
    return visitor.open(answer.location()).document().select("#toasts").text();
  }

  private Visitor.Shown send(String path, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("_csrf", visitor.open("/settings").document().select("[name=_csrf]").attr("value"));
    return visitor.post(path, all);
  }

  private static Sighting sighting() {
    return new Sighting(GRACE, "Grace Hopper", AddressEvidence.WROTE);
  }
}
