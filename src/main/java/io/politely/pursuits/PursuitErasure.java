package io.politely.pursuits;

import io.politely.kernel.WorkspaceId;
import io.politely.people.Mentions;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes somebody out of pursuits. That they were in one, gave time and were told stays, as that of
 * somebody who was erased; what they are still owed, nobody can be told any more.
 */
@Component
class PursuitErasure {

  private static final String BY = "an erasure";

  private final PursuitErasureStore store;
  private final Closing closing;

  PursuitErasure(PursuitErasureStore store, Closing closing) {
    this.store = store;
    this.closing = closing;
  }

  Set<PersonId> erase(WorkspaceId workspace, Traces traces, Instant now) {
    var persons = traces.persons();
    var remembered = store.remembered(workspace, persons);
    var owed = store.oweNoMore(workspace, persons, now);
    store.removeWords(workspace, persons, now);
    store.removeMentions(workspace, new Mentions(traces));
    for (var time : owed) {
      closing.note(
          workspace,
          time.pursuit(),
          time.person(),
          "time",
          time.kind(),
          "erased",
          BY,
          "They were erased: nothing can be told to them any more.",
          now);
    }
    for (var pursuit :
        owed.stream().map(PursuitErasureStore.NoLongerOwed::pursuit).collect(Collectors.toSet())) {
      closing.settle(workspace, pursuit, BY, now);
    }
    return remembered;
  }

  List<PastCandidate> pastCandidates(WorkspaceId workspace) {
    return store.pastCandidates(workspace);
  }
}
