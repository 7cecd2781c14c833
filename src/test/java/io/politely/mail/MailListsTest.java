package io.politely.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.testing.MailArchive;
import io.politely.testing.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class MailListsTest {

  private static final EmailAddress ADA = new EmailAddress("ada@example.com");
  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");
  private static final EmailAddress CHARLES = new EmailAddress("charles@example.net");
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final TestWorkspace workspace = TestWorkspace.fresh();
  private final WorkspaceId id = workspace.id();
  private final MailArchive archive = new MailArchive(workspace);

  @Autowired private Mail mail;

  @Test
  void conversations_are_listed_newest_first_on_pages_that_miss_none() {
    for (int i = 0; i < 7; i++) {
      // Two at the same moment: the id decides.
      say(archive.conversation("No. " + i), GRACE, ADA, MONDAY.plus(DAY.multipliedBy(i / 2)));
    }

    var seen = new ArrayList<ConversationSummary>();
    var page = mail.newestConversations(id, Optional.empty(), 2);
    seen.addAll(page.items());
    while (page.next().isPresent()) {
      page = mail.newestConversations(id, page.next(), 2);
      seen.addAll(page.items());
    }

    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    assertThat(seen.getFirst().subject()).isEqualTo("No. 6");
    assertThat(seen.getFirst().lastAt()).isEqualTo(MONDAY.plus(DAY.multipliedBy(3)));
    assertThat(seen).extracting(ConversationSummary::messageCount).containsOnly(1);
    assertThat(mail.newestConversations(id, Optional.of("nonsense"), 9).items()).hasSize(7);
  }

  @Test
  void a_conversation_that_became_part_of_another_is_not_listed() {
    var first = archive.conversation("First");
    var second = archive.conversation("Second");
    say(first, GRACE, ADA, MONDAY);
    say(second, GRACE, ADA, MONDAY.plus(DAY));
    archive.merge(second, first);

    assertThat(mail.newestConversations(id, Optional.empty(), 9).items())
        .extracting(ConversationSummary::id)
        .containsExactly(first);
  }

  @Test
  void a_person_has_the_conversations_of_all_their_addresses() {
    var first = archive.conversation("First");
    var second = archive.conversation("Second");
    var other = archive.conversation("Other");
    say(first, GRACE, ADA, MONDAY);
    say(second, ADA, CHARLES, MONDAY.plus(DAY));
    say(other, ADA, ADA, MONDAY);

    assertThat(mail.conversationsWith(id, List.of(GRACE, CHARLES), 10))
        .extracting(ConversationSummary::id)
        .containsExactly(second, first);
    assertThat(mail.conversationsWith(id, List.of(GRACE, CHARLES), 1)).hasSize(1);
    assertThat(mail.conversationsWith(id, List.of(), 10)).isEmpty();
  }

  @Test
  void a_timeline_has_what_they_wrote_and_what_went_to_them_since_then() {
    var conversation = archive.conversation("Engines");
    say(conversation, GRACE, ADA, MONDAY.minus(DAY));
    say(conversation, GRACE, ADA, MONDAY);
    say(conversation, ADA, GRACE, MONDAY.plus(DAY));
    say(conversation, ADA, CHARLES, MONDAY.plus(DAY));

    var timeline = mail.exchanges(id, List.of(GRACE), MONDAY);

    assertThat(timeline).extracting(Exchange::sentAt).containsExactly(MONDAY.plus(DAY), MONDAY);
    assertThat(timeline).extracting(Exchange::byThem).containsExactly(false, true);
    assertThat(timeline.getLast().sender()).contains(GRACE);
  }

  @Test
  void a_foreign_workspace_has_no_lists() {
    say(archive.conversation("Engines"), GRACE, ADA, MONDAY);
    var foreign = TestWorkspace.fresh().id();

    assertThat(mail.newestConversations(foreign, Optional.empty(), 9).items()).isEmpty();
    assertThat(mail.conversationsWith(foreign, List.of(GRACE), 9)).isEmpty();
    assertThat(mail.exchanges(foreign, List.of(GRACE), Instant.EPOCH)).isEmpty();
    var lines = new ArrayList<String>();
    mail.digestLines(foreign, lines::add);
    assertThat(lines).isEmpty();
  }

  @Test
  void the_digest_names_messages_by_their_content() {
    var conversation = archive.conversation("Engines");
    say(conversation, GRACE, ADA, MONDAY);
    say(conversation, ADA, GRACE, MONDAY.plus(DAY));
    var lines = new ArrayList<String>();
    mail.digestLines(id, lines::add);

    assertThat(lines).hasSize(2).allMatch(line -> line.contains(" | headers | "));
    // Both name their conversation by the same message.
    assertThat(lines.stream().map(line -> line.substring(line.lastIndexOf(' '))).distinct())
        .hasSize(1);
  }

  private void say(ConversationId conversation, EmailAddress from, EmailAddress to, Instant at) {
    archive.message(conversation, from, to, at, "Good morning. " + conversation, "[]");
  }
}
