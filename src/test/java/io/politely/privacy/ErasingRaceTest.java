package io.politely.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.ledger.LedgerCatchUp;
import io.politely.mail.ImportId;
import io.politely.mail.ImportProgress;
import io.politely.mail.Importer;
import io.politely.mail.Mail;
import io.politely.mail.MailCatchUp;
import io.politely.people.Mentions;
import io.politely.people.People;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever stores, threads and derives at that moment brings nobody back. */
@Served
class ErasingRaceTest {

  private static final EmailAddress WORK = new EmailAddress("zdenka@canaria.example");
  private static final int MESSAGES = 2_500;

  @TempDir private Path directory;

  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Importer importer;
  @Autowired private Mail mail;
  @Autowired private MailCatchUp mailCatchUp;
  @Autowired private LedgerCatchUp ledgerCatchUp;
  @Autowired private Privacy privacy;
  @Autowired private Erasing erasing;

  @Test
  void nobody_comes_back_by_an_import_that_runs_meanwhile() throws Exception {
    var owner = cast.owner("Ada");
    var workspace = owner.workspace();
    var zdenka = people.enter(workspace, "Zdenka Canaria", WORK);
    var mentions = new Mentions(people.traces(workspace, zdenka).orElseThrow());
    var run = importer.start(workspace, List.of(mailbox(owner.address().value())));
    waitUntil(() -> progress(owner, run).run().messages() > 0);

    erasing.ask(workspace, zdenka, owner.member(), Duration.ZERO);
    var erasure = privacy.pending(workspace).getFirst().id();
    assertThat(erasing.erase(workspace, erasure)).isTrue();

    waitUntil(() -> progress(owner, run).run().state().isOver());
    mailCatchUp.thread(workspace);
    mailCatchUp.index(workspace);
    ledgerCatchUp.catchUp(workspace);
    assertThat(new Remains(TestWorkspace.of(workspace), mail, "canaria").byTable(mentions))
        .isEmpty();
    assertThat(people.whoAre(workspace, List.of(WORK))).isEmpty();
    assertThat(progress(owner, run).run().messages()).isEqualTo(MESSAGES);
  }

  private ImportProgress progress(Cast.Owner owner, ImportId run) {
    return importer.progress(owner.workspace(), run).orElseThrow();
  }

  /** Every third letter names her, and all are in a few conversations with others. */
  private Path mailbox(String ada) throws IOException {
    var file = directory.resolve("Inbox.mbox");
    try (var out = Files.newBufferedWriter(file, ISO_8859_1)) {
      for (int i = 0; i < MESSAGES; i++) {
        out.write(
            """
            From somebody Mon Mar  2 09:00:00 2026
            Message-ID: <%d@example.org>
            References: <%d@example.org>
            Date: Mon, 2 Mar 2026 09:00:00 +0000
            From: %s
            To: %s
            Subject: Number %d

            Could you send me the plan by Friday?

            """
                .formatted(
                    i,
                    i % 50,
                    i % 3 == 0 ? "Z <zdenka@canaria.example>" : "Grace <grace@example.org>",
                    ada,
                    i % 50));
      }
    }
    return file;
  }

  private interface Condition {
    boolean holds();
  }

  private static void waitUntil(Condition condition) throws InterruptedException {
    var end = Instant.now().plus(Duration.ofMinutes(2));
    while (!condition.holds()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(20);
    }
  }
}
