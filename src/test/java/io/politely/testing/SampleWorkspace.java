package io.politely.testing;

import io.politely.accounts.Accounts;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.LedgerCatchUp;
import io.politely.mail.Importer;
import io.politely.mail.MailCatchUp;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A workspace with the sample mailbox, read by the program itself, once for all tests. Who decides
 * something in it takes that back.
 */
@Component
public class SampleWorkspace {

  /** What "now" was when the sample was written; see {@link Served}. */
  public static final String PRESENT = "2026-06-26T16:00:00Z";

  private static final Path MAILBOX = Path.of("sample", "mailbox");
  private static final EmailAddress ROBIN = new EmailAddress("robin.hale@example.com");
  private static final EmailAddress ROBIN_AT_WORK = new EmailAddress("robin@haleandco.example");

  private final Accounts accounts;
  private final Importer importer;
  private final MailCatchUp mail;
  private final LedgerCatchUp ledger;
  private final NewIds ids;
  private final Clock clock;
  private Cast.@Nullable Owner robin;

  SampleWorkspace(
      Accounts accounts,
      Importer importer,
      MailCatchUp mail,
      LedgerCatchUp ledger,
      NewIds ids,
      Clock clock) {
    this.accounts = accounts;
    this.importer = importer;
    this.mail = mail;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /** Robin Hale, whose mailbox it is. */
  public synchronized Cast.Owner robin() {
    if (robin == null) {
      robin = read();
    }
    return robin;
  }

  private Cast.Owner read() {
    var workspace = new WorkspaceId(ids.next());
    var now = clock.instant();
    var member = accounts.open(workspace, "Robin Hale", ROBIN, ZoneId.of("Europe/London"), now);
    accounts.replaceOwnAddresses(workspace, Set.of(ROBIN, ROBIN_AT_WORK), now);
    importer.run(workspace, List.of(MAILBOX), _ -> {});
    ledger.catchUp(workspace);
    mail.index(workspace);
    return new Cast.Owner(workspace, member, ROBIN);
  }
}
