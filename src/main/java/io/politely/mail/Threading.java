package io.politely.mail;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.politely.database.NewIds;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.ThreadStore.Emptied;
import io.politely.mail.ThreadStore.Loaded;
import io.politely.mail.ThreadStore.Place;
import io.politely.mail.ThreadStore.Saved;
import io.politely.mail.ThreadStore.Stale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Threads stale components again: load all their messages, decide, save what changed. */
@Component
class Threading {

  private static final int COMPONENTS_AT_ONCE = 400;

  private final ThreadStore store;
  private final NewIds ids;

  Threading(ThreadStore store, NewIds ids) {
    this.store = store;
    this.ids = ids;
  }

  /** Threads some stale components, inside the caller's transaction; false when none was left. */
  boolean step(WorkspaceId workspace) {
    var stale = store.stale(workspace, COMPONENTS_AT_ONCE);
    if (stale.isEmpty()) {
      return false;
    }
    var components = stale.stream().map(Stale::component).distinct().toList();
    var loaded = store.load(workspace, components);
    var texts =
        store.texts(workspace, ThreadRules.wantedTexts(loaded.messages(), loaded.quoting()));
    var threaded =
        ThreadRules.decide(loaded.messages(), texts, store.verdicts(workspace, components));
    save(workspace, loaded, threaded);
    store.noLongerStale(workspace, stale);
    return true;
  }

  private void save(WorkspaceId workspace, Loaded loaded, Threaded threaded) {
    var homes = homes(threaded);
    var changed = changed(workspace, loaded, homes);
    var emptied = emptied(homes);
    long number = store.takeChangeNumbers(workspace, changed.size() + emptied.size());
    var saved = new ArrayList<Saved>();
    for (var home : changed) {
      saved.add(new Saved(home.conversation(), subject(home.group()), home.group(), number++));
    }
    var gone = new ArrayList<Emptied>();
    for (var entry : emptied.entrySet()) {
      gone.add(new Emptied(entry.getKey(), entry.getValue(), number++));
    }
    store.save(workspace, saved, gone);
    store.saveParticipants(workspace, saved, gone);
    store.saveSuggestions(workspace, loaded.messages(), threaded.suggestions());
  }

  /** A group of messages and the conversation it is. */
  private record Home(Threaded.Group group, ConversationId conversation) {}

  /** A group keeps the oldest conversation that its messages were in and no earlier group took. */
  private List<Home> homes(Threaded threaded) {
    var homes = new ArrayList<Home>();
    var taken = new HashSet<ConversationId>();
    for (var group : threaded.groups()) {
      var conversation =
          group.members().stream()
              .flatMap(member -> Optional.ofNullable(member.message().previous()).stream())
              .filter(previous -> !taken.contains(previous))
              .min(Comparator.comparing(ConversationId::value))
              .orElseGet(() -> new ConversationId(ids.next()));
      taken.add(conversation);
      homes.add(new Home(group, conversation));
    }
    return homes;
  }

  private List<Home> changed(WorkspaceId workspace, Loaded loaded, List<Home> homes) {
    var sizes =
        store.sizes(workspace, homes.stream().map(Home::conversation).collect(toUnmodifiableSet()));
    return homes.stream()
        .filter(home ->
            sizes.getOrDefault(home.conversation(), 0) != home.group().members().size()
                || home.group().members().stream()
                    .anyMatch(member -> isMoved(member, home.conversation(), loaded)))
        .toList();
  }

  private static boolean isMoved(
      Threaded.Member member, ConversationId conversation, Loaded loaded) {
    return !new Place(conversation, member.parent(), member.joinedBy())
        .equals(loaded.places().get(member.message().id()));
  }

  /** Conversations whose messages all went elsewhere, and where the first of them went. */
  private static Map<ConversationId, ConversationId> emptied(List<Home> homes) {
    var alive = homes.stream().map(Home::conversation).collect(toUnmodifiableSet());
    var emptied = new HashMap<ConversationId, ConversationId>();
    for (var home : homes) {
      for (var member : home.group().members()) {
        var before = member.message().previous();
        if (before != null && !alive.contains(before)) {
          emptied.putIfAbsent(before, home.conversation());
        }
      }
    }
    return emptied;
  }

  /** The subject of the first message, or of the first that has one. */
  private static String subject(Threaded.Group group) {
    return group.members().stream()
        .map(member -> member.message().subject().strip())
        .filter(subject -> !subject.isEmpty())
        .findFirst()
        .orElse("");
  }
}
