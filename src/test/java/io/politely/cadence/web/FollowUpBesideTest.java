package io.politely.cadence.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.cadence.Cadence;
import io.politely.cadence.Cadence.Starting;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.FollowUpId;
import io.politely.cadence.NewFollowUp;
import io.politely.kernel.EmailAddress;
import io.politely.mail.ConversationId;
import io.politely.mail.Importer;
import io.politely.mail.Mail;
import io.politely.mail.MailCatchUp;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class FollowUpBesideTest {

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Cadence cadence;
  @Autowired private Importer importer;
  @Autowired private MailCatchUp threads;
  @Autowired private Mail mail;
  @Autowired private Clock clock;
  @TempDir private Path folder;

  private Cast.Owner ada;
  private PersonId grace;
  private ConversationId conversation;

  @BeforeEach
  void ada_wrote_to_grace() throws IOException {
    ada = cast.owner("Ada");
    grace = people.enter(ada.workspace(), "Grace Hopper", new EmailAddress("grace@example.com"));
    Files.writeString(
        folder.resolve("one.eml"),
        """
        From: Ada <%s>
        To: Grace Hopper <grace@example.com>
        Subject: The engine
        Date: Mon, 2 Mar 2026 11:00:00 +0000
        Message-ID: <one@example.org>

        Could you tell me who decides this?
        """
            .formatted(ada.address()));
    importer.run(ada.workspace(), List.of(folder), _ -> {});
    threads.thread(ada.workspace());
    conversation =
        mail.conversationsWith(ada.workspace(), List.of(new EmailAddress("grace@example.com")), 1)
            .getFirst()
            .id();
  }

  @Test
  void a_conversation_leads_to_the_follow_up_with_whom_it_was_held() {
    assertThat(shown(ada)).doesNotContain("Follow-up with");

    var id = started();

    var link =
        visitor(ada)
            .open("/conversations/" + conversation)
            .document()
            .select("a[href*=/follow-ups/]");
    assertThat(link.text()).isEqualTo("Follow-up with Grace Hopper");
    assertThat(link.attr("href")).isEqualTo("/follow-ups/" + id);
  }

  @Test
  void one_that_ended_is_not_led_to() {
    started();
    cadence
        .with(ada.workspace(), grace)
        .forEach(it ->
            cadence.retire(ada.workspace(), it.followUp().id(), "They moved.", clock.instant()));

    assertThat(shown(ada)).doesNotContain("Follow-up with");
  }

  @Test
  void nothing_is_told_of_the_follow_ups_of_others() {
    started();
    var eve = cast.owner("Eve");

    assertThat(cadence.openIn(eve.workspace(), conversation, List.of(grace)))
        .isEqualTo(Optional.empty());
    assertThat(visitor(eve).open("/conversations/" + conversation).status()).isEqualTo(404);
  }

  private FollowUpId started() {
    return ((Starting.Started)
            cadence.start(
                ada.workspace(),
                new NewFollowUp(
                    grace,
                    "S1",
                    null,
                    null,
                    null,
                    null,
                    null,
                    new Research("They lead the team.", "Their page", "I built it.")),
                ada.member(),
                clock.instant()))
        .id();
  }

  private String shown(Cast.Owner who) {
    return visitor(who).open("/conversations/" + conversation).text();
  }

  private Visitor visitor(Cast.Owner who) {
    return Visitor.of(port).signedInBy(cast.link(who));
  }
}
