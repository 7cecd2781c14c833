package io.politely.cadence;

import io.politely.accounts.MemberId;
import io.politely.cadence.News.Origin;
import io.politely.database.NewIds;
import io.politely.kernel.WorkspaceId;
import io.politely.people.People;
import io.politely.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** News of people, collected until there is a letter to say them in. */
@Component
class ReasonsToWrite {

  private static final int LOOKED_AT_ONCE = 1_000;

  private final NewsStore store;
  private final NewsFinder finder;
  private final FollowUpStore followUps;
  private final People people;
  private final NewIds ids;

  ReasonsToWrite(
      NewsStore store, NewsFinder finder, FollowUpStore followUps, People people, NewIds ids) {
    this.store = store;
    this.finder = finder;
    this.followUps = followUps;
    this.people = people;
    this.ids = ids;
  }

  /**
   * What there is to say to somebody that no letter said yet, the newest first.
   *
   * @param today on the user's calendar
   */
  List<News> of(WorkspaceId workspace, PersonId person, LocalDate today) {
    return store.unsaid(workspace, List.of(person), today);
  }

  /** Whatever is kept of somebody, said and removed too, the oldest first. */
  List<News> every(WorkspaceId workspace, PersonId person) {
    return store.everyOf(workspace, person);
  }

  /** Notes what the user heard. Empty where there is no such person, or nothing is said. */
  Optional<UUID> note(
      WorkspaceId workspace,
      PersonId person,
      String words,
      String source,
      MemberId by,
      Instant now) {
    var known = people.person(workspace, person);
    if (known.isEmpty() || words.isBlank()) {
      return Optional.empty();
    }
    var id = ids.next();
    store.add(
        workspace,
        new News(id, known.get().id(), words.strip(), source.strip(), Origin.USER, now, null),
        by);
    return Optional.of(id);
  }

  /** Removes one; what the program found is not found again. False where there is none. */
  boolean remove(WorkspaceId workspace, UUID news, Instant now) {
    return store.remove(workspace, news, now);
  }

  /** Brings it back. */
  boolean bringBack(WorkspaceId workspace, UUID news) {
    return store.bringBack(workspace, news);
  }

  /** Looks for what is new with some people, and keeps it. */
  void collect(WorkspaceId workspace, Collection<PersonId> persons, Instant now) {
    keep(workspace, finder.inSignatures(workspace, persons, now));
    keep(workspace, finder.anniversaries(workspace, persons, now));
  }

  /**
   * Looks for anniversaries with some more of all who are followed up with.
   *
   * @param after where the last call ended; empty: from the beginning
   * @return where this one ended; empty where nobody is left
   */
  Optional<FollowUpId> collectSome(WorkspaceId workspace, Optional<FollowUpId> after, Instant now) {
    var some = followUps.openAfter(workspace, after, LOOKED_AT_ONCE);
    keep(
        workspace,
        finder.anniversaries(
            workspace, some.stream().map(FollowUp::person).distinct().toList(), now));
    return some.size() < LOOKED_AT_ONCE ? Optional.empty() : Optional.of(some.getLast().id());
  }

  private void keep(WorkspaceId workspace, List<News> found) {
    found.forEach(news -> store.add(workspace, news, null));
  }
}
