package io.politely.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.Accounts;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.ConversationId;
import io.politely.mail.MailChanged;
import io.politely.testing.MailArchive;
import io.politely.testing.TestWorkspace;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;

@SpringBootTest
class LedgerCatchUpTest {

  private static final EmailAddress US = new EmailAddress("ada@example.com");
  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final String QUESTION =
      "[{\"act\":\"QUESTION\",\"quote\":\"Does Tuesday work?\",\"due\":null,\"confidence\":0.95}]";

  private static final int TRIES = 600;

  private final TestWorkspace workspace = TestWorkspace.fresh();
  private final WorkspaceId id = workspace.id();
  private final MailArchive archive = new MailArchive(workspace);

  @Autowired private Ledger ledger;
  @Autowired private Accounts accounts;
  @Autowired private ApplicationEventPublisher events;

  @Test
  void mail_that_changed_is_caught_up_with() throws InterruptedException {
    archive.ownAddress(US);
    var asked = ask();

    events.publishEvent(new MailChanged(id));

    assertThat(becomes(() -> isOurs(asked))).isTrue();
  }

  @Test
  void a_mailbox_that_became_ours_turns_the_moves() throws InterruptedException {
    var asked = ask();
    events.publishEvent(new MailChanged(id));
    assertThat(becomes(() -> ledger.move(id, asked).isPresent())).isTrue();
    assertThat(isOurs(asked)).isFalse();

    accounts.addOwnAddress(id, US, MONDAY);
    assertThat(becomes(() -> isOurs(asked))).isTrue();

    accounts.removeOwnAddress(id, US);
    assertThat(becomes(() -> !isOurs(asked))).isTrue();
  }

  private ConversationId ask() {
    var conversation = archive.conversation("A meeting");
    archive.message(conversation, GRACE, US, MONDAY, "Does Tuesday work?", QUESTION);
    return conversation;
  }

  private boolean isOurs(ConversationId conversation) {
    return ledger.move(id, conversation).filter(Move.Ours.class::isInstance).isPresent();
  }

  /** The ledger works beside us, so we look until it is done. */
  private static boolean becomes(BooleanSupplier fact) throws InterruptedException {
    for (int i = 0; i < TRIES && !fact.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    return fact.getAsBoolean();
  }
}
