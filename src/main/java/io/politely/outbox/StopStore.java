package io.politely.outbox;

import io.politely.kernel.WorkspaceId;
import io.politely.mail.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Whom nothing is sent to. */
@Repository
class StopStore {

  private static final String ADD =
      """
      insert into outbox.do_not_contact
             (workspace_id, stop_id, scope, value, source, reason, message_id, since)
      values (:workspace, :stop, :scope, :value, :source, :reason, :message, clock_timestamp())
          on conflict (workspace_id, scope, value) where lifted_at is null do nothing
      """;

  private static final String IN_FORCE =
      """
      select stop_id
        from outbox.do_not_contact
       where workspace_id = :workspace
         and scope = :scope
         and value = :value
         and lifted_at is null
      """;

  private static final String LIFT =
      """
      update outbox.do_not_contact
         set lifted_at = clock_timestamp()
       where workspace_id = :workspace
         and stop_id = :stop
         and lifted_at is null
      """;

  private static final String ALL =
      """
      select stop_id, scope, value, source, reason, message_id, since
        from outbox.do_not_contact
       where workspace_id = :workspace
         and lifted_at is null
       order by since desc, stop_id
      """;

  private static final String AGAINST =
      """
      select stop_id, scope, value, source, reason, message_id, since
        from outbox.do_not_contact
       where workspace_id = :workspace
         and stop_id = outbox.stop_against(:workspace, :recipients)
      """;

  /** As {@code outbox.stop_against} has it, but all of them. */
  private static final String CONCERNING =
      """
      select d.stop_id, d.scope, d.value, d.source, d.reason, d.message_id, d.since
        from outbox.do_not_contact d
       where d.workspace_id = :workspace
         and d.lifted_at is null
         and (   (d.scope = 'address' and d.value = any (people.with_mailboxes(:recipients)))
              or (d.scope = 'person'
                  and d.value = any (people.person_ids(:workspace, people.with_mailboxes(:recipients))))
              or (d.scope = 'domain' and exists (select 1
                                                   from unnest(:recipients) as r (address)
                                                  where r.address like '%@' || d.value
                                                     or r.address like '%.' || d.value)))
       order by d.since, d.stop_id
      """;

  private static final String ADDRESSES_OF_PERSON =
      """
      select unnest(people.addresses_of(w.workspace_id, :person))
        from (select cast(:workspace as uuid) as workspace_id) as w
      """;

  private static final String PERSON_BEHIND =
      """
      select unnest(people.person_ids(w.workspace_id, :addresses))
        from (select cast(:workspace as uuid) as workspace_id) as w
       limit 1
      """;

  private static final String WAS_HEARD =
      """
      select exists (select 1
                       from outbox.do_not_contact
                      where workspace_id = :workspace
                        and message_id = :message)
      """;

  private static final String HEARD_UP_TO =
      """
      select coalesce(max(change_number), 0)
        from outbox.heard
       where workspace_id = :workspace
      """;

  private static final String SET_HEARD_UP_TO =
      """
      insert into outbox.heard as known (workspace_id, change_number)
      values (:workspace, :change_number)
          on conflict (workspace_id) do update
         set change_number = greatest(known.change_number, excluded.change_number)
      """;

  private final JdbcClient jdbc;

  StopStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The entry in force afterwards: the new one, or the one that was there. */
  StopId add(
      WorkspaceId workspace,
      StopId fresh,
      Stop.Scope scope,
      String value,
      Stop.Source source,
      String reason,
      @Nullable MessageId message) {
    jdbc.sql(ADD)
        .param("workspace", workspace.value())
        .param("stop", fresh.value())
        .param("scope", scope.word())
        .param("value", value)
        .param("source", source.word())
        .param("reason", reason)
        .param("message", message == null ? null : message.value())
        .update();
    return jdbc.sql(IN_FORCE)
        .param("workspace", workspace.value())
        .param("scope", scope.word())
        .param("value", value)
        .query((rs, _) -> new StopId(rs.getObject("stop_id", UUID.class)))
        .single();
  }

  boolean lift(WorkspaceId workspace, StopId stop) {
    return jdbc.sql(LIFT).param("workspace", workspace.value()).param("stop", stop.value()).update()
        == 1;
  }

  List<Stop> all(WorkspaceId workspace) {
    return jdbc.sql(ALL).param("workspace", workspace.value()).query(StopStore::stop).list();
  }

  /** The oldest stop that forbids one of these. */
  Optional<Stop> against(WorkspaceId workspace, List<String> recipients) {
    return jdbc.sql(AGAINST)
        .param("workspace", workspace.value())
        .param("recipients", new SqlArrayValue("text", recipients.toArray()))
        .query(StopStore::stop)
        .optional();
  }

  /** Whatever stands against any of these, the oldest first. */
  List<Stop> concerning(WorkspaceId workspace, List<String> recipients) {
    return jdbc.sql(CONCERNING)
        .param("workspace", workspace.value())
        .param("recipients", new SqlArrayValue("text", recipients.toArray()))
        .query(StopStore::stop)
        .list();
  }

  List<String> addressesOf(WorkspaceId workspace, String person) {
    return jdbc.sql(ADDRESSES_OF_PERSON)
        .param("workspace", workspace.value())
        .param("person", person)
        .query(String.class)
        .list();
  }

  /** The id of the person behind an address, where one is known. */
  Optional<String> personBehind(WorkspaceId workspace, String address) {
    return jdbc.sql(PERSON_BEHIND)
        .param("workspace", workspace.value())
        .param("addresses", new SqlArrayValue("text", address))
        .query(String.class)
        .optional();
  }

  boolean wasHeard(WorkspaceId workspace, MessageId message) {
    return jdbc.sql(WAS_HEARD)
        .param("workspace", workspace.value())
        .param("message", message.value())
        .query(Boolean.class)
        .single();
  }

  long heardUpTo(WorkspaceId workspace) {
    return jdbc.sql(HEARD_UP_TO).param("workspace", workspace.value()).query(Long.class).single();
  }

  void setHeardUpTo(WorkspaceId workspace, long changeNumber) {
    jdbc.sql(SET_HEARD_UP_TO)
        .param("workspace", workspace.value())
        .param("change_number", changeNumber)
        .update();
  }

  private static Stop stop(ResultSet rs, int number) throws SQLException {
    var message = rs.getObject("message_id", UUID.class);
    return new Stop(
        new StopId(rs.getObject("stop_id", UUID.class)),
        Stop.Scope.of(rs.getString("scope")),
        rs.getString("value"),
        Stop.Source.of(rs.getString("source")),
        rs.getString("reason"),
        message == null ? null : new MessageId(message),
        rs.getTimestamp("since").toInstant());
  }
}
