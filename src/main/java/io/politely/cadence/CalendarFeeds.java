package io.politely.cadence;

import io.politely.accounts.Accounts;
import io.politely.accounts.Member;
import io.politely.accounts.MemberId;
import io.politely.accounts.Secrets;
import io.politely.accounts.Token;
import io.politely.kernel.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may read what is due without signing in. Runs in the transactions of {@link Cadence}. */
@Component
class CalendarFeeds {

  private final FeedStore feeds;
  private final Accounts accounts;
  private final Secrets secrets;

  CalendarFeeds(FeedStore feeds, Accounts accounts, Secrets secrets) {
    this.feeds = feeds;
    this.accounts = accounts;
    this.secrets = secrets;
  }

  Token make(WorkspaceId workspace, MemberId member, Instant now) {
    var token = secrets.newToken(workspace);
    feeds.put(workspace, member, secrets.hash(token), now);
    return token;
  }

  boolean revoke(WorkspaceId workspace, MemberId member) {
    return feeds.remove(workspace, member);
  }

  Optional<Instant> madeAt(WorkspaceId workspace, MemberId member) {
    return feeds.madeAt(workspace, member);
  }

  /** Where the days of whoever made it begin; empty where the token opens none. */
  Optional<ZoneId> zone(WorkspaceId workspace, Token token) {
    return feeds
        .whose(workspace, secrets.hash(token))
        .flatMap(
            id -> accounts.members(workspace).stream().filter(it -> it.id().equals(id)).findFirst())
        .map(Member::zone);
  }
}
