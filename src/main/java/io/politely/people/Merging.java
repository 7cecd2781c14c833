package io.politely.people;

import io.politely.accounts.MemberId;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.MergeRules.Candidate;
import io.politely.people.MergeRules.Pair;
import io.politely.people.MergeStore.NewMerge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says who is one person and who is not. The merges in force are the edges of a forest, and
 * everything else follows from them: taking an edge out, in whatever order, leaves both sides as
 * they would be without it.
 */
@Component
class Merging {

  private final PeopleStore people;
  private final PersonStore persons;
  private final MergeStore merges;
  private final Meeting meeting;
  private final NewIds ids;

  Merging(PeopleStore people, PersonStore persons, MergeStore merges, Meeting meeting, NewIds ids) {
    this.people = people;
    this.persons = persons;
    this.merges = merges;
    this.meeting = meeting;
    this.ids = ids;
  }

  /** The name hangs on whom the user sees: it stays with them when a merge is undone. */
  Optional<Renamed> rename(WorkspaceId workspace, PersonId person, String name) {
    people.becomeWriter(workspace);
    return persons
        .shown(workspace, person)
        .map(shown -> {
          var before = persons.nameGiven(workspace, shown).orElse(null);
          persons.giveName(workspace, shown, NameRules.given(name).orElse(null));
          meeting.describe(workspace, List.of(shown.value()));
          return new Renamed(shown, before);
        });
  }

  /** Merges one pair after the other; a pair that is one already, or not known, gives nothing. */
  List<MergeId> merge(WorkspaceId workspace, List<SamePerson> pairs, MemberId by, Instant now) {
    people.becomeWriter(workspace);
    var shown =
        persons.shown(
            workspace,
            pairs.stream().flatMap(pair -> Stream.of(pair.kept(), pair.merged())).toList());
    var became = new HashMap<PersonId, PersonId>();
    var made = new ArrayList<NewMerge>();
    for (var pair : pairs) {
      var kept = last(shown.get(pair.kept()), became);
      var merged = last(shown.get(pair.merged()), became);
      if (kept != null && merged != null && !kept.equals(merged)) {
        made.add(new NewMerge(new MergeId(ids.next()), kept, merged));
        became.put(merged, kept);
      }
    }
    merges.add(workspace, made, by.value(), now);
    meeting.describe(
        workspace,
        made.stream()
            .map(NewMerge::kept)
            .filter(kept -> !became.containsKey(kept))
            .map(PersonId::value)
            .distinct()
            .toList());
    return made.stream().map(NewMerge::id).toList();
  }

  /** Whom somebody has become part of, after all merges so far. */
  private static @Nullable PersonId last(
      @Nullable PersonId person, Map<PersonId, PersonId> became) {
    var last = person;
    while (last != null && became.containsKey(last)) {
      last = became.get(last);
    }
    return last;
  }

  Optional<PersonId> undo(WorkspaceId workspace, MergeId merge, Instant now) {
    people.becomeWriter(workspace);
    return merges
        .edge(workspace, merge)
        .flatMap(edge -> {
          if (edge.inForce()) {
            merges.undo(workspace, merge, edge.merged(), now);
          }
          var kept = persons.shown(workspace, edge.kept());
          kept.ifPresent(person ->
              meeting.describe(workspace, List.of(person.value(), edge.merged().value())));
          return kept;
        });
  }

  boolean keepApart(WorkspaceId workspace, PersonId one, PersonId other, Instant now) {
    var two = apart(workspace, one, other);
    two.ifPresent(it -> merges.keepApart(workspace, pairs(workspace, it), now));
    return two.isPresent();
  }

  boolean noLongerApart(WorkspaceId workspace, PersonId one, PersonId other) {
    var two = apart(workspace, one, other);
    two.ifPresent(it -> merges.noLongerApart(workspace, pairs(workspace, it)));
    return two.isPresent();
  }

  List<SuggestedMerge> suggested(WorkspaceId workspace, Set<EmailAddress> own, int limit) {
    return suggested(workspace, persons.namesakes(workspace, own)).limit(limit).toList();
  }

  /** Those that one person is part of. */
  List<SuggestedMerge> suggestedFor(WorkspaceId workspace, Set<EmailAddress> own, PersonId person) {
    return suggested(workspace, persons.namesakesOf(workspace, own, person))
        .filter(it -> it.kept().id().equals(person) || it.merged().id().equals(person))
        .toList();
  }

  private Stream<SuggestedMerge> suggested(WorkspaceId workspace, List<List<Candidate>> namesakes) {
    var apart = merges.apart(workspace);
    return namesakes.stream()
        .flatMap(group -> MergeRules.suggest(group, apart).stream())
        .sorted(
            Comparator.comparing((SuggestedMerge it) -> it.kept().name())
                .thenComparing(it -> it.merged().addresses().getFirst().address()));
  }

  private record Two(PersonId one, PersonId other) {}

  /** Whom the user sees for these; empty where that is nobody, or one and the same. */
  private Optional<Two> apart(WorkspaceId workspace, PersonId one, PersonId other) {
    return persons
        .shown(workspace, one)
        .flatMap(first -> persons.shown(workspace, other).map(second -> new Two(first, second)))
        .filter(two -> !two.one().equals(two.other()));
  }

  /** Each mailbox of one with each of the other: merges that are undone later change nothing. */
  private List<Pair> pairs(WorkspaceId workspace, Two two) {
    var others = merges.mailboxes(workspace, two.other());
    return merges.mailboxes(workspace, two.one()).stream()
        .flatMap(mailbox -> others.stream().map(other -> Pair.of(mailbox, other)))
        .toList();
  }
}
