package io.politely.pursuits;

import io.politely.accounts.MemberId;
import io.politely.people.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page on which one person outside sees where one pursuit stands for them.
 *
 * @param person whom the user sees, also after a merge
 * @param expiresAt from when on it is not found any more
 * @param revokedAt when it was ended before; null: it was not
 * @param answers what they said there, oldest first
 */
public record StatusLink(
    StatusLinkId id,
    PursuitId pursuit,
    PersonId person,
    MemberId madeBy,
    Instant madeAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    List<StatusAnswer> answers) {

  public StatusLink {
    answers = List.copyOf(answers);
  }

  /** Whether it can be opened, as far as time and its maker say. */
  public boolean isOpen(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }
}
