package io.politely.testing;

import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.accounts.Token;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Opens workspaces for tests of pages, each with an owner of its own. */
@Component
public class Cast {

  public static final ZoneId CHATHAM = ZoneId.of("Pacific/Chatham");

  private final Accounts accounts;
  private final NewIds ids;
  private final Clock clock;

  Cast(Accounts accounts, NewIds ids, Clock clock) {
    this.accounts = accounts;
    this.ids = ids;
    this.clock = clock;
  }

  /** A new workspace whose owner is called {@code name}, with an address that nobody else has. */
  public Owner owner(String name) {
    return owner(name, CHATHAM);
  }

  /** The same with a clock of their own. */
  public Owner owner(String name, ZoneId zone) {
    var workspace = new WorkspaceId(ids.next());
    var address = new EmailAddress(name.replace(' ', '.') + "." + workspace + "@example.org");
    var member = accounts.open(workspace, name, address, zone, clock.instant());
    return new Owner(workspace, member, address);
  }

  /** A link that signs an owner in. */
  public Token link(Owner owner) {
    return accounts.issueSignInLink(
        owner.workspace(), owner.member(), Duration.ofMinutes(15), clock.instant());
  }

  /** Who owns a workspace. */
  public record Owner(WorkspaceId workspace, MemberId member, EmailAddress address) {}
}
