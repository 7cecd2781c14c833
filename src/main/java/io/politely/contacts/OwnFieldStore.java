package io.politely.contacts;

import io.politely.accounts.MemberId;
import io.politely.contacts.OwnField.Value;
import io.politely.database.NewIds;
import io.politely.kernel.WorkspaceId;
import io.politely.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Fields of a workspace's own, and their values, read through whoever a person is now. */
@Repository
class OwnFieldStore {

  private static final String FIELDS =
      """
      select field_id, name, type
        from contacts.field
       where workspace_id = :workspace
         and removed_at is null
       order by field_id
      """;

  private static final String ADD =
      """
      insert into contacts.field (workspace_id, field_id, name, type)
      select :workspace, :field, :name, :type
       where not exists (select 1
                           from contacts.field
                          where workspace_id = :workspace
                            and lower(name) = lower(:name)
                            and removed_at is null)
      """;

  private static final String REMOVE =
      """
      update contacts.field
         set removed_at = :now
       where workspace_id = :workspace
         and field_id = :field
         and removed_at is null
      """;

  private static final String BRING_BACK =
      """
      update contacts.field
         set removed_at = null
       where workspace_id = :workspace
         and field_id = :field
         and removed_at is not null
      """;

  private static final String VALUES =
      """
      select distinct on (met.current_id, field.field_id)
             met.current_id, field_value.value_id, field.field_id, field.name, field.type,
             field_value.words
        from people.shown(:workspace) as met
        join contacts.field_value
          on field_value.workspace_id = :workspace
         and field_value.person_id = met.person_id
        join contacts.field
          on field.workspace_id = :workspace
         and field.field_id = field_value.field_id
         and field.removed_at is null
       where met.person_id = any (:persons)
          or (met.current_id = any (:persons) and met.current_id <> met.person_id)
       order by met.current_id, field.field_id, field_value.told_at desc, field_value.value_id desc
      """;

  private static final String TELL =
      """
      insert into contacts.field_value (workspace_id, value_id, field_id, person_id, words, told_at, told_by)
      select :workspace, :value, field_id, :person, :words, :now, :by
        from contacts.field
       where workspace_id = :workspace
         and field_id = :field
         and removed_at is null
      """;

  private static final String UNTELL =
      """
      delete from contacts.field_value
       where workspace_id = :workspace
         and value_id = :value
      """;

  private final JdbcClient jdbc;
  private final NewIds ids;

  OwnFieldStore(JdbcClient jdbc, NewIds ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** In the order in which they were made. */
  List<OwnField> fields(WorkspaceId workspace) {
    return jdbc.sql(FIELDS)
        .param("workspace", workspace.value())
        .query((rs, _) -> field(rs))
        .list();
  }

  /** False where there is one of that name. */
  boolean add(WorkspaceId workspace, OwnField field) {
    return jdbc.sql(ADD)
            .param("workspace", workspace.value())
            .param("field", field.id())
            .param("name", field.name())
            .param("type", field.type().word())
            .update()
        == 1;
  }

  boolean remove(WorkspaceId workspace, UUID field, Instant now) {
    return jdbc.sql(REMOVE)
            .param("workspace", workspace.value())
            .param("field", field)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean bringBack(WorkspaceId workspace, UUID field) {
    return jdbc.sql(BRING_BACK).param("workspace", workspace.value()).param("field", field).update()
        == 1;
  }

  /** Those of several persons, in the order of the fields; an empty one says that none holds. */
  Map<PersonId, Map<UUID, Value>> values(WorkspaceId workspace, List<PersonId> persons) {
    var values = new HashMap<PersonId, Map<UUID, Value>>();
    jdbc.sql(VALUES)
        .param("workspace", workspace.value())
        .param(
            "persons", new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray()))
        .query(rs -> {
          var value =
              new Value(rs.getObject("value_id", UUID.class), field(rs), rs.getString("words"));
          values
              .computeIfAbsent(
                  new PersonId(rs.getObject("current_id", UUID.class)), _ -> new HashMap<>())
              .put(value.field().id(), value);
        });
    return values;
  }

  UUID tell(
      WorkspaceId workspace, PersonId person, UUID field, String words, MemberId by, Instant now) {
    var value = ids.next();
    jdbc.sql(TELL)
        .param("workspace", workspace.value())
        .param("value", value)
        .param("field", field)
        .param("person", person.value())
        .param("words", words)
        .param("now", Timestamp.from(now))
        .param("by", by.value())
        .update();
    return value;
  }

  boolean untell(WorkspaceId workspace, UUID value) {
    return jdbc.sql(UNTELL).param("workspace", workspace.value()).param("value", value).update()
        == 1;
  }

  private static OwnField field(ResultSet rs) throws SQLException {
    return new OwnField(
        rs.getObject("field_id", UUID.class),
        rs.getString("name"),
        OwnField.Type.of(rs.getString("type")).orElseThrow());
  }
}
