package io.politely.outbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.outbox.Outbox;
import io.politely.outbox.OutgoingId;
import io.politely.outbox.OutgoingMail;
import io.politely.outbox.OutgoingState;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.TestWorkspace;
import io.politely.testing.Visitor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class WritingTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final String FORM = "form.compose";
  private static final String SEND = "form[action=/outbox]";

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Outbox outbox;

  private Cast.Owner ada;
  private Visitor visitor;
  private MailAccountId account;

  @BeforeEach
  void ada_has_a_mailbox() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    account =
        mailboxes
            .connect(
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
                MONDAY)
            .orElseThrow();
    mailboxes.sign(ada.workspace(), account, "Ada Lovelace", "Ada\nEngines");
  }

  @Test
  void a_letter_is_written_looked_at_and_planned_byte_for_byte() {
    var preview = looked(Map.of("cc", "linus@example.net", "bcc", "eve@example.net"));

    assertThat(preview.text())
        .contains("grace@example.org To")
        .contains("linus@example.net Cc")
        .contains("eve@example.net Bcc: the others do not see this")
        .contains("Does Tuesday work?")
        .contains("-- Ada Engines");
    var source = preview.document().select("pre.source").text();
    assertThat(source).contains("Subject: A plan").doesNotContain("eve@");

    var sent = visitor.submit(preview, SEND, Map.of());

    assertThat(sent.location()).isEqualTo("/outbox");
    var mail = onlyMail();
    assertThat(bytes(mail).replace("\r\n", "\n").strip())
        .isEqualTo(preview.document().select("pre.source").getFirst().wholeText().strip());
    assertThat(mail.bcc()).containsExactly(new EmailAddress("eve@example.net"));
    assertThat(outbox.drafts(ada.workspace())).isEmpty();
  }

  @Test
  void what_was_sent_can_be_taken_back_with_its_files_and_sent_anew() {
    var page = visitor.open("/letters/new?to=grace@example.org");
    var shown =
        visitor.submitWithFiles(
            page,
            FORM,
            Map.of("subject", "My CV", "body", "Here it is.", "then", "preview"),
            Map.of("cv.txt", "Ten years of engines"));
    visitor.submit(visitor.open(shown.location()), SEND, Map.of());
    var first = onlyMail();

    var undone = visitor.submit(visitor.open("/outbox"), "#toasts form", Map.of());

    assertThat(undone.location()).isEqualTo("/drafts/" + first.id());
    var draft = visitor.open(undone.location());
    assertThat(draft.text()).contains("cv.txt");
    assertThat(draft.document().select("[name=subject]").attr("value")).isEqualTo("My CV");
    assertThat(draft.document().select("[name=body]").text()).isEqualTo("Here it is.");
    assertThat(outbox.open(ada.workspace(), 10)).isEmpty();

    var again = visitor.submit(draft, FORM, Map.of("subject", "My CV!", "then", "preview"));
    visitor.submit(visitor.open(again.location()), SEND, Map.of());
    assertThat(onlyMail().subject()).isEqualTo("My CV!");
    assertThat(bytes(onlyMail())).contains("cv.txt");

    var late = send("/outbox/" + first.id(), Map.of("_method", "delete"));
    assertThat(visitor.open(late.location()).document().select("#toasts").text())
        .contains("It is too late");
  }

  @Test
  void what_cannot_be_sent_is_kept_and_says_why() {
    var page = visitor.open("/letters/new");
    var shown =
        visitor.submit(
            page, FORM, Map.of("to", "Grace", "body", "Half a thought", "then", "preview"));

    assertThat(shown.status()).isEqualTo(422);
    assertThat(shown.text()).contains("“Grace” is no address.").contains("Say whom it goes to.");
    assertThat(shown.document().select("[name=body]").text()).isEqualTo("Half a thought");
    assertThat(visitor.open("/drafts").text()).contains("Half a thought");
  }

  @Test
  void a_file_that_is_too_large_is_refused_and_the_text_is_kept() {
    var page = visitor.open("/letters/new?to=grace@example.org");
    var shown =
        visitor.submitWithFiles(
            page,
            FORM,
            Map.of("body", "See the film.", "then", "save"),
            Map.of("film.txt", "x".repeat(21 << 20)));

    assertThat(shown.status()).isEqualTo(422);
    assertThat(shown.text()).contains("“film.txt” is larger than 20 MB");
    assertThat(visitor.open("/drafts").text()).contains("See the film.");
  }

  @Test
  void a_file_can_be_taken_off() {
    var page = visitor.open("/letters/new?to=grace@example.org");
    var saved =
        visitor.submitWithFiles(page, FORM, Map.of("then", "save"), Map.of("cv.txt", "Engines"));
    var draft = visitor.open(saved.location());
    var file = draft.document().select("button[name=detach]").attr("value");

    var without = visitor.submit(draft, FORM, Map.of("detach", file));

    assertThat(visitor.open(without.location()).text()).doesNotContain("cv.txt");
  }

  @Test
  void a_draft_thrown_away_can_be_taken_back() {
    var saved =
        visitor.submit(
            visitor.open("/letters/new"), FORM, Map.of("body", "Dear all,", "then", "save"));
    var thrown =
        visitor.submit(
            visitor.open(saved.location()), "form[action=" + saved.location() + "]", Map.of());
    var drafts = visitor.open(thrown.location());
    assertThat(drafts.text()).doesNotContain("Dear all,");

    var back = visitor.submit(drafts, "#toasts form", Map.of());

    assertThat(back.location()).isEqualTo(saved.location());
    assertThat(visitor.open("/drafts").text()).contains("Dear all,");
  }

  @Test
  void what_was_changed_since_it_was_looked_at_is_not_sent() {
    var preview = looked(Map.of());
    var draft = preview.document().select("[name=draft]").attr("value");
    visitor.submit(
        visitor.open("/drafts/" + draft), FORM, Map.of("body", "Another text", "then", "save"));

    var refused = visitor.submit(preview, SEND, Map.of());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("It was changed since you looked at it");
    assertThat(outbox.open(ada.workspace(), 10)).isEmpty();
    assertThat(visitor.open("/drafts/" + draft + "/preview").location())
        .isEqualTo("/drafts/" + draft);
  }

  @Test
  void sending_twice_sends_once() {
    var preview = looked(Map.of());

    visitor.submit(preview, SEND, Map.of());
    var second = visitor.submit(preview, SEND, Map.of());

    assertThat(second.status()).isEqualTo(422);
    assertThat(second.document().text()).contains("This was sent already");
    assertThat(outbox.open(ada.workspace(), 10)).hasSize(1);
  }

  @Test
  void a_letter_can_be_planned_for_a_day() {
    var preview = looked(Map.of("leaving", "at", "leavingAt", "2026-07-01T08:30"));
    assertThat(preview.text()).contains("Wed 1 July 2026, 08:30");

    visitor.submit(preview, SEND, Map.of());

    var mail = onlyMail();
    // In Chatham it is 12:45 hours later than in Greenwich.
    assertThat(bytes(mail)).contains("Date: Wed, 1 Jul 2026 08:30:00 +1245");
    assertThat(looking(Map.of("leaving", "at", "leavingAt", "2026-01-01T08:30")).text())
        .contains("are over");
    assertThat(looking(Map.of("leaving", "at")).text())
        .contains("Choose the day and time at which it is to leave.");
    assertThat(looking(Map.of("leaving", "morning")).text())
        .contains("When their morning is cannot be told");
  }

  @Test
  void who_is_found_can_be_added() {
    var saved =
        visitor.submit(
            visitor.open("/letters/new?to=grace@example.org"),
            FORM,
            Map.of("find", "nobody at all", "then", "find"));
    assertThat(saved.location()).contains("?find=nobody+at+all");
    var draft = visitor.open(saved.location().replaceAll("#.*", ""));
    assertThat(draft.text()).contains("Nobody here has such a name or address.");

    var added = visitor.submit(draft, FORM, Map.of("add", "to:linus@example.net"));

    assertThat(
            visitor
                .open(added.location().replaceAll("#.*", ""))
                .document()
                .select("[name=to]")
                .attr("value"))
        .isEqualTo("grace@example.org, linus@example.net");
  }

  /** Everything hostile in every field: nothing becomes a header, nobody gets it unseen. */
  @Test
  void who_gets_it_is_who_was_shown_whatever_is_typed() {
    var random = new Random(20260302);
    var hostile =
        List.of(
            "\r\nBcc: mallory@example.net\r\n\r\n",
            "\nX-Evil: 1",
            "%0d%0aBcc: mallory@example.net",
            "=?utf-8?q?=0d=0aBcc:_mallory@example.net?=",
            "\u0000\u2028\u0085Bcc: mallory@example.net",
            ", linus@example.net",
            "\"<mallory@example.net>\" ",
            "<script>alert(1)</script>",
            ".\r\nQUIT\r\n",
            "\ud83d\udc4b\u202e");
    var fields = List.of("to", "cc", "bcc", "subject", "body", "leavingAt", "account", "answers");
    for (int i = 0; i < 60; i++) {
      var typed = new HashMap<>(Map.of("to", "grace@example.org", "subject", "A plan"));
      typed.put("body", "Does Tuesday work?");
      for (int j = 0; j <= random.nextInt(3); j++) {
        var field = fields.get(random.nextInt(fields.size()));
        typed.merge(field, hostile.get(random.nextInt(hostile.size())), String::concat);
      }
      var looked = looking(typed);
      assertThat(looked.status()).as("%s", typed).isIn(303, 422);
      if (looked.status() == 422) {
        continue;
      }
      var preview = visitor.open(looked.location());
      var shown =
          preview
              .document()
              .select("#envelope")
              .parents()
              .get(1)
              .select("li > span:first-child")
              .eachText();
      visitor.submit(preview, SEND, Map.of());
      var mail = outbox.open(ada.workspace(), 100).getLast();
      var newest = outbox.list(ada.workspace(), Optional.empty(), 1).items().getFirst();
      assertThat(recipients(newest)).as("%s", typed).containsExactlyInAnyOrderElementsOf(shown);
      var head = bytes(newest).split("\r\n\r\n", 2)[0];
      assertThat(head.lines().filter(line -> line.matches("(?i)(bcc|x-evil|quit).*"))).isEmpty();
      assertThat(mail).isNotNull();
    }
    assertThat(outbox.open(ada.workspace(), 100)).hasSizeGreaterThan(10);
  }

  @Test
  void somebody_elses_drafts_and_mails_are_not_there() {
    var saved =
        visitor.submit(
            visitor.open("/letters/new?to=grace@example.org"),
            FORM,
            Map.of("body", "A secret", "then", "preview"));
    var preview = visitor.open(saved.location());
    var draft = "/drafts/" + preview.document().select("[name=draft]").attr("value");
    var eve = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));
    var adas = visitor;
    visitor = eve;

    assertThat(eve.open(draft).status()).isEqualTo(404);
    assertThat(eve.open(draft + "/preview").status()).isEqualTo(404);
    assertThat(eve.open(draft + "/preview/html").status()).isEqualTo(404);
    assertThat(send(draft, Map.of("_method", "delete")).status()).isEqualTo(404);
    assertThat(send(draft + "/discarded", Map.of("_method", "delete")).status()).isEqualTo(404);
    assertThat(
            send(
                    "/outbox",
                    Map.of(
                        "draft",
                        draft.substring("/drafts/".length()),
                        "hash",
                        preview.document().select("[name=hash]").attr("value")))
                .status())
        .isEqualTo(422);
    assertThat(eve.open("/drafts").text()).doesNotContain("A secret");
    assertThat(eve.open("/conversations/" + UUID.randomUUID() + "/reply").status()).isEqualTo(404);

    visitor = adas;
    visitor.submit(preview, SEND, Map.of());
    var mail = "/outbox/" + onlyMail().id();
    visitor = eve;
    assertThat(eve.open(mail).status()).isEqualTo(404);
    for (var act : List.of("/cancellations", "/releases", "/arrivals", "/resendings")) {
      assertThat(send(mail + act, Map.of()).status()).as(act).isEqualTo(404);
    }
    assertThat(send(mail, Map.of("_method", "delete")).status()).isEqualTo(404);
    assertThat(eve.open("/outbox").text()).doesNotContain("grace@example.org");
    assertThat(outbox.open(ada.workspace(), 10)).hasSize(1);
  }

  @Test
  void a_doubt_says_that_sent_was_read_since_and_stays_a_doubt() {
    visitor.submit(looked(Map.of()), SEND, Map.of());
    var mail = onlyMail().id();
    proveSent("-1 minute");
    doubt(mail);

    assertThat(visitor.open("/outbox").text()).doesNotContain("Sent was read");

    proveSent("1 second");
    var said = "Sent was read completely after the attempt (";
    assertThat(visitor.open("/outbox").text()).contains(said).contains("does not have it.");
    assertThat(visitor.open("/outbox/" + mail).text()).contains(said).contains("tells little");
    assertThat(onlyMail().state()).isEqualTo(OutgoingState.IN_DOUBT);

    // Another folder of the same use that was not read tells that it may lie there.
    folder("Sent Items", null);
    assertThat(visitor.open("/outbox").text()).doesNotContain("Sent was read");
  }

  /** As it is when a node died past the gate. */
  private void doubt(OutgoingId mail) {
    change(
        """
        with doubted as (
            update outbox.mail
               set state = 'in-doubt'
             where workspace_id = :workspace
               and mail_id = :id)
        insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
        values (:workspace, :id, clock_timestamp(), 'dispatching', 'a node', 'The gate opened.', 1),
               (:workspace, :id, clock_timestamp(), 'in-doubt', 'a node', 'Nobody knows.', 1)
        """,
        Map.of("id", mail.value()));
  }

  private void proveSent(String fromNow) {
    folder("Sent", fromNow);
  }

  /** A folder for sent mail; null: it was never proven. */
  private void folder(String name, @Nullable String proven) {
    change(
        """
        insert into mailboxes.folder
               (workspace_id, account_id, folder_id, name, role, uid_validity, highest_modseq,
                server_count, proven_at, problem)
        values (:workspace, :account, gen_random_uuid(), :name, 'sent', 1, 0, 0,
                clock_timestamp() + nullif(:proven, '')::interval, '')
            on conflict (workspace_id, account_id, name) do update
                   set proven_at = excluded.proven_at
        """,
        Map.of("account", account.value(), "name", name, "proven", proven == null ? "" : proven));
  }

  private void change(String statement, Map<String, ?> parameters) {
    var workspace = TestWorkspace.of(ada.workspace());
    workspace.run(() ->
        workspace
            .jdbc()
            .sql(statement)
            .param("workspace", ada.workspace().value())
            .params(parameters)
            .update());
  }

  @Test
  void who_does_not_send_the_token_saves_and_sends_nothing() {
    var preview = looked(Map.of());
    var draft = preview.document().select("[name=draft]").attr("value");
    var hash = preview.document().select("[name=hash]").attr("value");

    assertThat(visitor.post("/outbox", Map.of("draft", draft, "hash", hash)).status())
        .isEqualTo(403);
    assertThat(visitor.post("/drafts/" + draft, Map.of("_method", "put", "body", "X")).status())
        .isEqualTo(403);
    assertThat(visitor.post("/do-not-contact", Map.of("who", "example.org")).status())
        .isEqualTo(403);
    assertThat(outbox.open(ada.workspace(), 10)).isEmpty();
  }

  private Visitor.Shown looking(Map<String, String> typed) {
    var fields = new HashMap<>(typed);
    fields.putIfAbsent("subject", "A plan");
    fields.putIfAbsent("body", "Does Tuesday work?");
    fields.put("then", "preview");
    return visitor.submit(visitor.open("/letters/new?to=grace@example.org"), FORM, fields);
  }

  private Visitor.Shown looked(Map<String, String> typed) {
    var looked = looking(typed);
    assertThat(looked.status()).as(looked.text()).isEqualTo(303);
    return visitor.open(looked.location());
  }

  private Visitor.Shown send(String path, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("_csrf", visitor.open("/settings").document().select("[name=_csrf]").attr("value"));
    return visitor.post(path, all);
  }

  private OutgoingMail onlyMail() {
    var open = outbox.open(ada.workspace(), 10);
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private String bytes(OutgoingMail mail) {
    return new String(
        outbox.bytes(ada.workspace(), mail.id()).orElseThrow().toArray(),
        java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static List<String> recipients(OutgoingMail mail) {
    return Stream.of(mail.to(), mail.cc(), mail.bcc())
        .flatMap(List::stream)
        .map(EmailAddress::value)
        .distinct()
        .toList();
  }
}
