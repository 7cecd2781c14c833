package io.politely.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Threads messages by their reply headers, by Jamie Zawinski's algorithm as RFC 5256 (REFERENCES)
 * states it, steps 1 to 4: without the grouping by subject, which {@link JudgementRules} does with
 * more care.
 */
final class JwzRules {

  private JwzRules() {}

  /**
   * A tree of messages that name each other.
   *
   * @param messages in canonical order
   * @param parents for a message, the nearest ancestor that we have
   */
  record Tree(List<Threadable> messages, Map<MessageId, MessageId> parents) {

    Tree {
      messages = List.copyOf(messages);
      parents = Map.copyOf(parents);
    }

    Threadable first() {
      return messages.getFirst();
    }
  }

  /**
   * The trees, ordered by their first message.
   *
   * @param messages in canonical order
   * @param cut messages that start a conversation of their own, whatever their headers say
   */
  static List<Tree> trees(List<Threadable> messages, Set<MessageId> cut) {
    var table = new HashMap<String, Container>();
    var holding = new ArrayList<Container>(messages.size());
    for (var message : messages) {
      holding.add(add(message, table));
    }
    for (var container : holding) {
      if (cut.contains(container.held().id())) {
        container.parent = null;
      }
    }
    var byRoot = new LinkedHashMap<Container, List<Container>>();
    for (var container : holding) {
      byRoot.computeIfAbsent(container.root(), root -> new ArrayList<>()).add(container);
    }
    return byRoot.values().stream().map(JwzRules::tree).toList();
  }

  private static Container add(Threadable message, Map<String, Container> table) {
    var container = container(message, table);
    container.message = message;
    @Nullable Container previous = null;
    for (var id : message.ancestors()) {
      var ancestor = table.computeIfAbsent(id, any -> new Container());
      if (previous != null && ancestor.parent == null && !previous.isUnder(ancestor)) {
        ancestor.parent = previous;
      }
      previous = ancestor;
    }
    // The message itself knows its parent better than those who mentioned it in passing.
    container.parent = null;
    if (previous != null && !previous.isUnder(container)) {
      container.parent = previous;
    }
    return container;
  }

  /** A second message with the same id gets a container that nobody can refer to. */
  private static Container container(Threadable message, Map<String, Container> table) {
    var id = message.internetId();
    if (id == null) {
      return new Container();
    }
    var known = table.computeIfAbsent(id, any -> new Container());
    return known.message == null ? known : new Container();
  }

  private static Tree tree(List<Container> containers) {
    var parents = new HashMap<MessageId, MessageId>();
    var messages = new ArrayList<Threadable>(containers.size());
    for (var container : containers) {
      var message = container.held();
      messages.add(message);
      container
          .nearestAncestorWithMessage()
          .ifPresent(parent -> parents.put(message.id(), parent.id()));
    }
    return new Tree(messages, parents);
  }

  /** A place in a tree: for a message that we have, or for one that is only mentioned. */
  private static final class Container {

    private @Nullable Threadable message;
    private @Nullable Container parent;

    /** Whether {@code other} is this container or one of its ancestors. */
    boolean isUnder(Container other) {
      for (@Nullable Container at = this; at != null; at = at.parent) {
        if (at == other) {
          return true;
        }
      }
      return false;
    }

    Container root() {
      var at = this;
      while (at.parent != null) {
        at = at.parent;
      }
      return at;
    }

    Threadable held() {
      if (message == null) {
        throw new IllegalStateException("A container of a tree without its message");
      }
      return message;
    }

    Optional<Threadable> nearestAncestorWithMessage() {
      for (@Nullable Container at = parent; at != null; at = at.parent) {
        if (at.message != null) {
          return Optional.of(at.message);
        }
      }
      return Optional.empty();
    }
  }
}
