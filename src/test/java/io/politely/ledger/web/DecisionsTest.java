package io.politely.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.ledger.Ledger;
import io.politely.ledger.LedgerCatchUp;
import io.politely.ledger.Move;
import io.politely.mail.ConversationId;
import io.politely.testing.Cast;
import io.politely.testing.MailArchive;
import io.politely.testing.Served;
import io.politely.testing.TestWorkspace;
import io.politely.testing.Visitor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class DecisionsTest {

  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");
  private static final String QUESTION =
      "[{\"act\":\"QUESTION\",\"quote\":\"Does Tuesday work?\",\"due\":null,\"confidence\":0.95}]";

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Ledger ledger;
  @Autowired private LedgerCatchUp catchUp;

  private Cast.Owner ada;
  private Visitor visitor;
  private ConversationId asked;
  private String decisions;

  @BeforeEach
  void grace_asks_ada() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    var archive = new MailArchive(TestWorkspace.of(ada.workspace()));
    asked = archive.conversation("A meeting");
    archive.message(
        asked,
        GRACE,
        ada.address(),
        Instant.parse("2026-03-02T09:00:00Z"),
        "Does Tuesday work?",
        QUESTION);
    catchUp.catchUp(ada.workspace());
    decisions = "/conversations/" + asked + "/decisions";
  }

  @Test
  void settling_says_so_and_can_be_undone() {
    var settled = send(decisions, Map.of("verdict", "settled", "back", "/settings"));

    assertThat(settled.status()).isEqualTo(303);
    assertThat(settled.location()).isEqualTo("/settings");
    assertThat(move()).isInstanceOf(Move.Closed.class);

    var page = visitor.open("/settings");
    assertThat(page.document().select("#toasts").text()).contains("Settled.");
    var undone = visitor.submit(page, "#toasts form", Map.of());

    assertThat(undone.location()).isEqualTo("/settings");
    assertThat(visitor.open("/settings").document().select("#toasts").text())
        .contains("Taken back.");
    assertThat(move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void every_decision_has_a_word() {
    for (var word : new String[] {"settled", "not-mine", "ours", "theirs", "reopened"}) {
      assertThat(send(decisions, Map.of("verdict", word)).location())
          .isEqualTo("/conversations/" + asked);
    }
  }

  @Test
  void a_snooze_needs_a_day_to_come() {
    assertThat(send(decisions, Map.of("verdict", "snoozed", "until", "2020-01-01")).status())
        .isEqualTo(422);
    assertThat(send(decisions, Map.of("verdict", "snoozed")).status()).isEqualTo(422);
    assertThat(send(decisions, Map.of("verdict", "ignored")).status()).isEqualTo(422);
    assertThat(move()).isInstanceOf(Move.Ours.class);

    send(decisions, Map.of("verdict", "snoozed", "until", "in-two-weeks"));

    assertThat(move()).isInstanceOf(Move.Scheduled.class);
  }

  @Test
  void who_does_not_send_the_token_decides_nothing() {
    assertThat(visitor.post(decisions, Map.of("verdict", "settled")).status()).isEqualTo(403);
    assertThat(move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void somebody_elses_conversation_is_not_there() {
    send(decisions, Map.of("verdict", "settled"));
    var undo = visitor.open("/settings").document().select("#toasts form").attr("action");
    visitor = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));

    assertThat(send(decisions, Map.of("verdict", "theirs")).status()).isEqualTo(404);
    assertThat(send(undo, Map.of("_method", "delete")).status()).isEqualTo(404);
    assertThat(move()).isInstanceOf(Move.Closed.class);
  }

  @Test
  void what_was_corrected_is_compared_with_what_the_ledger_says() {
    assertThat(visitor.open("/settings/reading").document().text())
        .contains("You have not said yet whose move it is");

    send(decisions, Map.of("verdict", "not-mine"));

    var page = visitor.open("/settings/reading").document();
    assertThat(page.text())
        .contains("You said whose move it is 1")
        .contains("Its present rules say the same 0 of 1")
        .contains("You: not yours to answer. Politely: your move.")
        .contains("Does Tuesday work?");
    assertThat(page.select("a[href='/conversations/" + asked + "']")).isNotEmpty();

    visitor = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));
    assertThat(visitor.open("/settings/reading").document().text())
        .doesNotContain("Does Tuesday work?");
  }

  private Visitor.Shown send(String path, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("_csrf", visitor.open("/settings").document().select("[name=_csrf]").attr("value"));
    return visitor.post(path, all);
  }

  private Move move() {
    return ledger.move(ada.workspace(), asked).orElseThrow();
  }
}
