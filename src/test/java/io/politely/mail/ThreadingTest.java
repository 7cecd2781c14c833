package io.politely.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.WorkspaceId;
import io.politely.mail.MailReader.Outcome;
import io.politely.mail.SourceItem.RawMessage;
import io.politely.mail.ThreadStore.Stale;
import io.politely.testing.TestWorkspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Threading while mail comes in. */
@SpringBootTest
class ThreadingTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final String QUESTION =
      """
      Message-ID: <question@example.com>
      Date: Mon, 2 Mar 2026 09:00:00 +0000
      From: Ada <ada@example.com>
      To: Grace <grace@example.org>
      Subject: The plan

      Could you send me the plan by Friday?
      """;
  private static final String ANSWER =
      """
      Message-ID: <answer@example.org>
      Date: Tue, 3 Mar 2026 09:00:00 +0000
      From: Grace <grace@example.org>
      To: Ada <ada@example.com>
      Subject: Re: The plan
      In-Reply-To: <question@example.com>

      Here it is.
      """;

  private final TestWorkspace ours = TestWorkspace.fresh();
  private final WorkspaceId workspace = ours.id();

  @Autowired private Mail mail;
  @Autowired private MailReader reader;

  @Test
  void what_comes_into_a_conversation_while_it_is_threaded_is_threaded_next() {
    store(QUESTION);
    ours.run(() -> {
      var threads = new ThreadStore(ours.jdbc(), ours.batch());
      var stale = threads.stale(workspace, 10);
      threads.load(workspace, stale.stream().map(Stale::component).toList());
      CompletableFuture.runAsync(() -> store(ANSWER)).join(); // in a transaction of its own
      threads.noLongerStale(workspace, stale);
    });

    assertThat(mail.threadSome(workspace)).isTrue();

    assertThat(mail.threadSome(workspace)).isFalse();
    assertThat(mail.newestConversations(workspace, Optional.empty(), 10).items())
        .singleElement()
        .satisfies(conversation ->
            assertThat(mail.conversation(workspace, conversation.id()).orElseThrow().messages())
                .hasSize(2));
  }

  private void store(String message) {
    var item =
        new RawMessage(
            message.getBytes(US_ASCII), new Origin("a test", "INBOX", FolderRole.INBOX, null));
    if (!(reader.read(item) instanceof Outcome.Message(var read))) {
      throw new AssertionError("It is a message");
    }
    mail.storeDelivered(workspace, List.of(read), List.of(), MONDAY);
  }
}
