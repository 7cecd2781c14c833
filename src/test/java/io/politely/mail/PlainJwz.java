package io.politely.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The threading algorithm once more, as literally as its description reads (children in lists,
 * links broken and made step by step, empty containers pruned), to compare the product with.
 */
final class PlainJwz {

  private static final class Node {
    private @Nullable Threadable message;
    private @Nullable Node parent;
    private final Set<Node> children = new LinkedHashSet<>();

    boolean reaches(Node other) {
      var open = new ArrayDeque<Node>(List.of(this));
      while (!open.isEmpty()) {
        var node = open.pop();
        if (node == other) {
          return true;
        }
        open.addAll(node.children);
      }
      return false;
    }

    void unlink() {
      if (parent != null) {
        parent.children.remove(this);
        parent = null;
      }
    }

    void linkUnder(Node newParent) {
      parent = newParent;
      newParent.children.add(this);
    }
  }

  private PlainJwz() {}

  /** The conversations, each as the set of its messages' content hashes. */
  static Set<Set<String>> conversations(List<Threadable> inCanonicalOrder) {
    Map<String, Node> table = new HashMap<>();
    List<Node> all = new ArrayList<>();
    for (var message : inCanonicalOrder) {
      Node node = null;
      if (message.internetId() != null) {
        node = table.get(message.internetId());
        if (node == null) {
          node = new Node();
          table.put(message.internetId(), node);
          all.add(node);
        }
      }
      if (node == null || node.message != null) {
        node = new Node();
        all.add(node);
      }
      node.message = message;
      var references = new ArrayList<String>();
      for (var id : message.references()) {
        if (!references.contains(id)) {
          references.add(id);
        }
      }
      if (!message.inReplyTo().isEmpty() && !references.contains(message.inReplyTo().getFirst())) {
        references.add(message.inReplyTo().getFirst());
      }
      Node before = null;
      for (var id : references) {
        var reference = table.get(id);
        if (reference == null) {
          reference = new Node();
          table.put(id, reference);
          all.add(reference);
        }
        if (before != null && reference.parent == null && !reference.reaches(before)) {
          reference.linkUnder(before);
        }
        before = reference;
      }
      node.unlink();
      if (before != null && !node.reaches(before)) {
        node.linkUnder(before);
      }
    }
    Set<Set<String>> conversations = new LinkedHashSet<>();
    for (var node : all) {
      if (node.parent == null) {
        var members = new TreeSet<String>();
        collect(node, members);
        if (!members.isEmpty()) {
          conversations.add(members);
        }
      }
    }
    return conversations;
  }

  private static void collect(Node root, Set<String> members) {
    var open = new ArrayDeque<Node>(List.of(root));
    while (!open.isEmpty()) {
      var node = open.pop();
      if (node.message != null) {
        members.add(node.message.contentHash());
      }
      open.addAll(node.children);
    }
  }
}
