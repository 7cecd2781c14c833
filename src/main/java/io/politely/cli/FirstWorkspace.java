package io.politely.cli;

import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.database.NewIds;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/**
 * The workspace that the command line works in: the oldest one, opened where there is none yet.
 *
 * @param owner who signs in by a link that the command prints
 */
@Edge
record FirstWorkspace(WorkspaceId id, MemberId owner) {

  /** Until the user or the mail tells the real one. */
  private static final EmailAddress NOBODY_YET = new EmailAddress("you@localhost");

  private static final Duration LINK_IS_VALID = Duration.ofHours(1);

  static FirstWorkspace of(RunningApplication application) {
    var accounts = application.bean(Accounts.class);
    var present = accounts.workspaces();
    if (!present.isEmpty()) {
      return of(application, present.getFirst());
    }
    var opened = new WorkspaceId(application.bean(NewIds.class).next());
    var owner =
        accounts.open(
            opened,
            System.getProperty("user.name", "You"),
            NOBODY_YET,
            ZoneId.systemDefault(),
            application.bean(Clock.class).instant());
    accounts.removeOwnAddress(opened, NOBODY_YET);
    return new FirstWorkspace(opened, owner);
  }

  /** Another one than the oldest. */
  static FirstWorkspace of(RunningApplication application, WorkspaceId present) {
    var owner = application.bean(Accounts.class).members(present).getFirst().id();
    return new FirstWorkspace(present, owner);
  }

  /** A link that signs the owner in, once. */
  URI signInLink(RunningApplication application) {
    return application.address().resolve(signInPath(application));
  }

  /** The path of such a link, wherever the pages are served. */
  String signInPath(RunningApplication application) {
    var token =
        application
            .bean(Accounts.class)
            .issueSignInLink(id, owner, LINK_IS_VALID, application.bean(Clock.class).instant());
    return "/sign-in/" + token.text();
  }
}
