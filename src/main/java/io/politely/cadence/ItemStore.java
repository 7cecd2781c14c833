package io.politely.cadence;

import io.politely.accounts.MemberId;
import io.politely.kernel.WorkspaceId;
import io.politely.outbox.OutgoingId;
import io.politely.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Value items, and who had them. */
@Repository
class ItemStore {

  private static final String ADD =
      """
      insert into cadence.value_item (workspace_id, item_id, kind, title, words, link, added_at, added_by)
      values (:workspace, :item, :kind, :title, :words, :link, :now, :by)
      """;

  private static final String CHANGE =
      """
      update cadence.value_item
         set kind = :kind,
             title = :title,
             words = :words,
             link = :link
       where workspace_id = :workspace
         and item_id = :item
         and removed_at is null
      """;

  private static final String REMOVE =
      """
      update cadence.value_item
         set removed_at = :now
       where workspace_id = :workspace
         and item_id = :item
         and removed_at is null
      """;

  private static final String BRING_BACK =
      """
      update cadence.value_item
         set removed_at = null
       where workspace_id = :workspace
         and item_id = :item
         and removed_at is not null
      """;

  private static final String ALL =
      """
      select value_item.item_id, value_item.kind, value_item.title, value_item.words, value_item.link,
             (select count(*)
                from cadence.value_use
               where value_use.workspace_id = :workspace
                 and value_use.item_id = value_item.item_id) as uses
        from cadence.value_item
       where value_item.workspace_id = :workspace
         and value_item.removed_at is null
       order by value_item.added_at desc, value_item.item_id
      """;

  private static final String HAD =
      """
      select value_use.item_id
        from cadence.value_use
        join people.shown(:workspace) as shown
          on shown.person_id = value_use.person_id
       where value_use.workspace_id = :workspace
         and shown.current_id = :person
      """;

  private static final String USE =
      """
      insert into cadence.value_use (workspace_id, item_id, person_id, outgoing_id, used_at)
      values (:workspace, :item, :person, :outgoing, :now)
          on conflict (workspace_id, item_id, person_id) do nothing
      """;

  /** Of mails that never left. */
  private static final String UNUSE =
      """
      delete from cadence.value_use
       where workspace_id = :workspace
         and outgoing_id = any (:outgoing)
      """;

  private static final String EVERY =
      """
      select item_id, kind, title, words, link, 0 as uses
        from cadence.value_item
       where workspace_id = :workspace
      """;

  private static final String REWRITE =
      """
      update cadence.value_item
         set title = :title,
             words = :words,
             link = :link
       where workspace_id = :workspace
         and item_id = :item
      """;

  private static final String ERASE =
      """
      delete from cadence.value_use
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private final JdbcClient jdbc;

  ItemStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(WorkspaceId workspace, ValueItem item, MemberId by, Instant now) {
    jdbc.sql(ADD)
        .param("workspace", workspace.value())
        .param("item", item.id().value())
        .param("kind", item.kind().word())
        .param("title", item.title())
        .param("words", item.words())
        .param("link", item.link())
        .param("now", Timestamp.from(now))
        .param("by", by.value())
        .update();
  }

  boolean change(WorkspaceId workspace, ValueItem item) {
    return jdbc.sql(CHANGE)
            .param("workspace", workspace.value())
            .param("item", item.id().value())
            .param("kind", item.kind().word())
            .param("title", item.title())
            .param("words", item.words())
            .param("link", item.link())
            .update()
        == 1;
  }

  boolean remove(WorkspaceId workspace, ItemId item, Instant now) {
    return jdbc.sql(REMOVE)
            .param("workspace", workspace.value())
            .param("item", item.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean bringBack(WorkspaceId workspace, ItemId item) {
    return jdbc.sql(BRING_BACK)
            .param("workspace", workspace.value())
            .param("item", item.value())
            .update()
        == 1;
  }

  List<ValueItem> all(WorkspaceId workspace) {
    return jdbc.sql(ALL).param("workspace", workspace.value()).query((rs, _) -> item(rs)).list();
  }

  /** What somebody had already. */
  Set<ItemId> had(WorkspaceId workspace, PersonId person) {
    return jdbc
        .sql(HAD)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query((rs, _) -> new ItemId(rs.getObject("item_id", UUID.class)))
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  /** False where they had it. */
  boolean use(
      WorkspaceId workspace, ItemId item, PersonId person, OutgoingId outgoing, Instant now) {
    return jdbc.sql(USE)
            .param("workspace", workspace.value())
            .param("item", item.value())
            .param("person", person.value())
            .param("outgoing", outgoing.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** What mails that never left brought. */
  void neverUsed(WorkspaceId workspace, Collection<OutgoingId> outgoing) {
    jdbc.sql(UNUSE)
        .param("workspace", workspace.value())
        .param(
            "outgoing",
            new SqlArrayValue("uuid", outgoing.stream().map(OutgoingId::value).toArray()))
        .update();
  }

  /** Takes somebody out of the library. */
  void forget(WorkspaceId workspace, UnaryOperator<String> without) {
    for (var item :
        jdbc.sql(EVERY).param("workspace", workspace.value()).query((rs, _) -> item(rs)).list()) {
      var title = without.apply(item.title());
      var words = without.apply(item.words());
      var link = without.apply(item.link());
      if (!title.equals(item.title()) || !words.equals(item.words()) || !link.equals(item.link())) {
        jdbc.sql(REWRITE)
            .param("workspace", workspace.value())
            .param("item", item.id().value())
            .param("title", title.isBlank() ? "(erased)" : title)
            .param("words", words)
            .param("link", link)
            .update();
      }
    }
  }

  void erase(WorkspaceId workspace, Collection<PersonId> persons) {
    jdbc.sql(ERASE)
        .param("workspace", workspace.value())
        .param(
            "persons", new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray()))
        .update();
  }

  private static ValueItem item(ResultSet rs) throws SQLException {
    return new ValueItem(
        new ItemId(rs.getObject("item_id", UUID.class)),
        ValueItem.Kind.of(rs.getString("kind")).orElseThrow(),
        rs.getString("title"),
        rs.getString("words"),
        rs.getString("link"),
        rs.getLong("uses"));
  }
}
