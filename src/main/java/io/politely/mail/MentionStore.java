package io.politely.mail;

import com.google.common.hash.Hashing;
import io.politely.database.NewIds;
import io.politely.kernel.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The union-find of everything that messages mention. Runs inside the transaction that stores the
 * messages.
 */
@Repository
class MentionStore {

  /** One writer at a time: components must not be joined by two at once. */
  private static final String LOCK_WORKSPACE =
      """
      insert into mail.change_counter (workspace_id, last_number)
      values (:workspace, 0)
      on conflict (workspace_id) do update set last_number = mail.change_counter.last_number
      """;

  private static final String KNOWN_MENTIONS =
      """
      select mention, component_id
        from mail.mention
       where workspace_id = :workspace
         and mention = any (:mentions)
      """;

  private static final String MOVE_MENTIONS =
      """
      update mail.mention
         set component_id = moved.kept
        from unnest(:merged, :kept) as moved (merged, kept)
       where workspace_id = :workspace
         and component_id = moved.merged
      """;

  private static final String MOVE_THREADS =
      """
      update mail.thread
         set component_id = moved.kept
        from unnest(:merged, :kept) as moved (merged, kept)
       where workspace_id = :workspace
         and component_id = moved.merged
      """;

  private static final String ADD_MENTION =
      """
      insert into mail.mention (workspace_id, mention, component_id)
      values (?, ?, ?)
      """;

  private static final String ADD_THREAD =
      """
      insert into mail.thread (workspace_id, message_id, component_id, joined_by, confidence, sent_at)
      values (?, ?, ?, 'waiting', 1, ?)
      on conflict (workspace_id, message_id) do update set joined_by = 'waiting'
      """;

  private static final String ADD_STALE =
      """
      insert into mail.stale_component (workspace_id, component_id)
      values (?, ?)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final NewIds ids;

  MentionStore(JdbcClient jdbc, JdbcTemplate batch, NewIds ids) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.ids = ids;
  }

  /** Puts messages into components, joining components that they connect, and marks them stale. */
  void mention(WorkspaceId workspace, List<NewMention> messages) {
    if (messages.isEmpty()) {
      return;
    }
    jdbc.sql(LOCK_WORKSPACE).param("workspace", workspace.value()).update();
    var hashes = new LinkedHashMap<NewMention, Set<Long>>();
    var all = new HashSet<Long>();
    for (var message : messages) {
      var own = new HashSet<Long>();
      message.names().forEach(name -> own.add(hash(name)));
      hashes.put(message, own);
      all.addAll(own);
    }
    var before = knownMentions(workspace, all);
    var components = new Components(before, ids);
    hashes.values().forEach(components::connect);
    move(workspace, components.merged());
    addMentions(workspace, components, before);
    addThreads(workspace, hashes, components);
  }

  /** Makes one component of two. */
  void merge(WorkspaceId workspace, UUID one, UUID other) {
    if (!one.equals(other)) {
      move(workspace, Map.of(one, other));
    }
  }

  private Map<Long, UUID> knownMentions(WorkspaceId workspace, Collection<Long> mentions) {
    var known = new HashMap<Long, UUID>();
    jdbc.sql(KNOWN_MENTIONS)
        .param("workspace", workspace.value())
        .param("mentions", new SqlArrayValue("int8", mentions.toArray()))
        .query(rs -> {
          known.put(rs.getLong("mention"), rs.getObject("component_id", UUID.class));
        });
    return known;
  }

  private void move(WorkspaceId workspace, Map<UUID, UUID> merged) {
    if (merged.isEmpty()) {
      return;
    }
    var from = new SqlArrayValue("uuid", merged.keySet().toArray());
    var to = new SqlArrayValue("uuid", merged.values().toArray());
    for (var sql : List.of(MOVE_MENTIONS, MOVE_THREADS)) {
      jdbc.sql(sql)
          .param("workspace", workspace.value())
          .param("merged", from)
          .param("kept", to)
          .update();
    }
  }

  private void addMentions(WorkspaceId workspace, Components components, Map<Long, UUID> before) {
    var rows =
        components.mentions().stream()
            .filter(mention -> !before.containsKey(mention))
            .sorted()
            .map(
                mention -> new Object[] {workspace.value(), mention, components.component(mention)})
            .toList();
    batch.batchUpdate(ADD_MENTION, rows);
  }

  private void addThreads(
      WorkspaceId workspace, Map<NewMention, Set<Long>> hashes, Components components) {
    var stale = new HashSet<UUID>();
    var rows =
        hashes.entrySet().stream()
            .map(entry -> {
              var component = components.component(entry.getValue().iterator().next());
              stale.add(component);
              return new Object[] {
                workspace.value(),
                entry.getKey().message().value(),
                component,
                Timestamp.from(entry.getKey().sentAt())
              };
            })
            .toList();
    batch.batchUpdate(ADD_THREAD, rows);
    batch.batchUpdate(
        ADD_STALE, stale.stream().map(id -> new Object[] {workspace.value(), id}).toList());
  }

  private static long hash(String name) {
    return Hashing.farmHashFingerprint64().hashString(name, StandardCharsets.UTF_8).asLong();
  }

  /** A union-find over component ids; the smallest id of a union survives. */
  private static final class Components {

    private final Map<Long, UUID> componentOf;
    private final Map<UUID, UUID> parent = new HashMap<>();
    private final Set<UUID> stored;
    private final NewIds ids;

    Components(Map<Long, UUID> stored, NewIds ids) {
      this.componentOf = new HashMap<>(stored);
      this.stored = new HashSet<>(stored.values());
      this.ids = ids;
    }

    void connect(Set<Long> mentions) {
      UUID root = null;
      for (var mention : mentions) {
        var component = componentOf.get(mention);
        if (component != null) {
          root = root == null ? find(component) : union(root, find(component));
        }
      }
      var home = root == null ? ids.next() : root;
      mentions.forEach(mention -> componentOf.putIfAbsent(mention, home));
    }

    UUID component(Long mention) {
      var component = componentOf.get(mention);
      if (component == null) {
        throw new IllegalStateException("A mention outside this chunk");
      }
      return find(component);
    }

    Set<Long> mentions() {
      return componentOf.keySet();
    }

    /** Stored components that became part of another. */
    Map<UUID, UUID> merged() {
      var merged = new HashMap<UUID, UUID>();
      for (var component : stored) {
        var root = find(component);
        if (!root.equals(component)) {
          merged.put(component, root);
        }
      }
      return merged;
    }

    private UUID union(UUID one, UUID other) {
      if (one.equals(other)) {
        return one;
      }
      var kept = one.compareTo(other) < 0 ? one : other;
      parent.put(kept.equals(one) ? other : one, kept);
      return kept;
    }

    private UUID find(UUID component) {
      var at = component;
      for (var next = parent.get(at); next != null; next = parent.get(at)) {
        at = next;
      }
      return at;
    }
  }
}
