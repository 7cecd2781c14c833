package io.politely.people;

import io.politely.accounts.KeyedHashes;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Knows whom to leave out, without knowing who they are. */
@Component
class Forgetting {

  private static final String PURPOSE = "people.erased";

  private final PeopleStore people;
  private final ErasedStore store;
  private final KeyedHashes hashes;

  Forgetting(PeopleStore people, ErasedStore store, KeyedHashes hashes) {
    this.people = people;
    this.store = store;
    this.hashes = hashes;
  }

  Optional<Traces> traces(WorkspaceId workspace, PersonId person) {
    return store
        .shownAs(workspace, person)
        .map(shown -> {
          var persons = store.persons(workspace, shown.id());
          Set<String> names =
              shown.kind() == AddressKind.PERSON
                  ? store.names(workspace, persons).stream()
                      .filter(NameRules::isFull)
                      .collect(Collectors.toSet())
                  : Set.of();
          return new Traces(persons, shown.id(), store.addresses(workspace, persons), names);
        });
  }

  void keepOut(
      WorkspaceId workspace, UUID erasure, Collection<EmailAddress> mailboxes, Instant now) {
    people.becomeWriter(workspace);
    store.keepOut(
        workspace,
        erasure,
        mailboxes.stream().map(mailbox -> hash(workspace, mailbox)).toList(),
        now);
  }

  Optional<UUID> letIn(WorkspaceId workspace, EmailAddress address) {
    return store.letIn(workspace, hash(workspace, address));
  }

  void letAllIn(WorkspaceId workspace, UUID erasure) {
    store.letAllIn(workspace, erasure);
  }

  Set<EmailAddress> erasedAmong(WorkspaceId workspace, Collection<EmailAddress> addresses) {
    if (addresses.isEmpty() || !store.isAnybodyOut(workspace)) {
      return Set.of();
    }
    var byHash = new HashMap<ByteBuffer, Set<EmailAddress>>();
    for (var address : addresses) {
      byHash
          .computeIfAbsent(ByteBuffer.wrap(hash(workspace, address)), _ -> new HashSet<>())
          .add(address);
    }
    var asked = byHash.keySet().stream().map(ByteBuffer::array).toList();
    return store.among(workspace, asked).stream()
        .flatMap(hash -> byHash.getOrDefault(ByteBuffer.wrap(hash), Set.of()).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean isAnybodyOut(WorkspaceId workspace) {
    return store.isAnybodyOut(workspace);
  }

  void erase(WorkspaceId workspace, Traces traces, Set<PersonId> remembered) {
    people.becomeWriter(workspace);
    var staying = new HashSet<>(remembered);
    if (!staying.isEmpty()) {
      staying.add(traces.shownAs()); // whoever was merged into somebody points at them
    }
    store.erase(workspace, traces.persons(), staying);
  }

  private byte[] hash(WorkspaceId workspace, EmailAddress address) {
    return hashes.of(workspace, PURPOSE, address.withoutTag().value());
  }
}
