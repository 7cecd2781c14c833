package io.politely.people;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Who was erased, by keyed hashes, and what of people has to go then. */
@Repository
class ErasedStore {

  private static final String KEEP_OUT =
      """
      insert into people.erased (workspace_id, address_hash, erasure_id, erased_at)
      values (?, ?, ?, ?)
      on conflict (workspace_id, address_hash) do nothing
      """;

  private static final String LET_IN =
      """
      delete from people.erased
       where workspace_id = :workspace
         and address_hash = :hash
      returning erasure_id
      """;

  private static final String LET_ALL_IN =
      """
      delete from people.erased
       where workspace_id = :workspace
         and erasure_id = :erasure
      """;

  private static final String IS_ANYBODY_OUT =
      """
      select exists (select 1
                       from people.erased
                      where workspace_id = :workspace)
      """;

  private static final String AMONG =
      """
      select address_hash
        from people.erased
       where workspace_id = :workspace
         and address_hash = any (:hashes)
      """;

  private static final String SHOWN_AS =
      """
      select shown.person_id, shown.kind
        from people.person as met
        join people.person as shown
          on shown.workspace_id = :workspace
         and shown.person_id = met.current_id
       where met.workspace_id = :workspace
         and met.person_id = :person
         and shown.kind <> 'erased'
      """;

  private static final String PERSONS =
      """
      select person_id
        from people.person
       where workspace_id = :workspace
         and (person_id = :shown or (current_id = :shown and current_id <> person_id))
      """;

  private static final String ADDRESSES =
      """
      select address
        from people.address
       where workspace_id = :workspace
         and person_id = any (:persons)
       union
      select mailbox
        from people.person
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  /** Names that somebody else was met under, too, say too little. */
  private static final String NAMES =
      """
      with named as (
               select seen.name
                 from people.name_seen as seen
                where seen.workspace_id = :workspace
                  and seen.person_id = any (:persons)
                union
               select unnest(array[person.name, person.given_name])
                 from people.person
                where person.workspace_id = :workspace
                  and person.person_id = any (:persons))
      select named.name
        from named
       where named.name is not null
         and not exists (select 1
                           from people.name_seen as other
                          where other.workspace_id = :workspace
                            and lower(other.name) = lower(named.name)
                            and other.person_id <> all (:persons))
      """;

  private static final String COMPANIES =
      """
      select distinct company_id
        from people.person
       where workspace_id = :workspace
         and person_id = any (:persons)
         and company_id is not null
      """;

  private static final List<String> REMOVE =
      List.of(
          """
          delete from people.beginning
           where workspace_id = :workspace
             and person_id = any (:persons)
          """,
          """
          delete from people.address
           where workspace_id = :workspace
             and person_id = any (:persons)
          """,
          """
          delete from people.name_seen
           where workspace_id = :workspace
             and person_id = any (:persons)
          """,
          """
          delete from people.merge
           where workspace_id = :workspace
             and (kept_person_id = any (:persons) or merged_person_id = any (:persons))
          """,
          """
          delete from people.kept_apart
           where workspace_id = :workspace
             and (mailbox_a in (select mailbox
                                  from people.person
                                 where workspace_id = :workspace
                                   and person_id = any (:persons))
               or mailbox_b in (select mailbox
                                  from people.person
                                 where workspace_id = :workspace
                                   and person_id = any (:persons)))
          """);

  private static final String REMOVE_PERSONS =
      """
      delete from people.person
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private static final String BECOME_NOBODY =
      """
      update people.person
         set mailbox = 'erased-' || gen_random_uuid() || '@erased.invalid',
             company_id = null,
             sightings = 0,
             wrote = 0,
             wrote_automatically = 0,
             carries_list = false,
             named = 0,
             best_name = '',
             best_name_times = 0,
             given_name = null,
             name = :name,
             sort_name = '',
             same_name = '',
             kind = 'erased'
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  /** A company whose only person they were may be named after them. */
  private static final String REMOVE_COMPANIES =
      """
      delete from people.company
       where workspace_id = :workspace
         and company_id = any (:companies)
         and not exists (select 1
                           from people.person
                          where person.workspace_id = :workspace
                            and person.company_id = company.company_id)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  ErasedStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** Whom the user sees, and what is behind them. */
  record Shown(PersonId id, AddressKind kind) {}

  void keepOut(WorkspaceId workspace, UUID erasure, Collection<byte[]> hashes, Instant now) {
    batch.batchUpdate(
        KEEP_OUT,
        hashes.stream()
            .map(hash -> new Object[] {workspace.value(), hash, erasure, Timestamp.from(now)})
            .toList());
  }

  /** The erasure by which they were out; empty where they were not. */
  Optional<UUID> letIn(WorkspaceId workspace, byte[] hash) {
    return jdbc.sql(LET_IN)
        .param("workspace", workspace.value())
        .param("hash", hash)
        .query(UUID.class)
        .optional();
  }

  void letAllIn(WorkspaceId workspace, UUID erasure) {
    jdbc.sql(LET_ALL_IN).param("workspace", workspace.value()).param("erasure", erasure).update();
  }

  boolean isAnybodyOut(WorkspaceId workspace) {
    return jdbc.sql(IS_ANYBODY_OUT)
        .param("workspace", workspace.value())
        .query(Boolean.class)
        .single();
  }

  /** Those of these hashes that are of somebody who was erased. */
  List<byte[]> among(WorkspaceId workspace, Collection<byte[]> hashes) {
    return jdbc.sql(AMONG)
        .param("workspace", workspace.value())
        .param("hashes", new SqlArrayValue("bytea", (Object[]) hashes.toArray(byte[][]::new)))
        .query(byte[].class)
        .list();
  }

  Optional<Shown> shownAs(WorkspaceId workspace, PersonId person) {
    return jdbc.sql(SHOWN_AS)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query((rs, _) ->
            new Shown(
                new PersonId(rs.getObject("person_id", UUID.class)),
                AddressKind.of(rs.getString("kind"))))
        .optional();
  }

  /** Everybody who is shown as one, that one included. */
  Set<PersonId> persons(WorkspaceId workspace, PersonId shown) {
    return new HashSet<>(
        jdbc.sql(PERSONS)
            .param("workspace", workspace.value())
            .param("shown", shown.value())
            .query((rs, _) -> new PersonId(rs.getObject("person_id", UUID.class)))
            .list());
  }

  Set<EmailAddress> addresses(WorkspaceId workspace, Set<PersonId> persons) {
    return new HashSet<>(
        jdbc.sql(ADDRESSES)
            .param("workspace", workspace.value())
            .param("persons", ids(persons))
            .query((rs, _) -> new EmailAddress(rs.getString("address")))
            .list());
  }

  /** The names that nobody else bears. */
  List<String> names(WorkspaceId workspace, Set<PersonId> persons) {
    return jdbc.sql(NAMES)
        .param("workspace", workspace.value())
        .param("persons", ids(persons))
        .query(String.class)
        .list();
  }

  /**
   * Removes persons with all that is known of them.
   *
   * @param remembered those of them that stay, as nobody in particular
   */
  void erase(WorkspaceId workspace, Set<PersonId> persons, Set<PersonId> remembered) {
    var companies =
        jdbc.sql(COMPANIES)
            .param("workspace", workspace.value())
            .param("persons", ids(persons))
            .query(UUID.class)
            .list();
    for (var sql : REMOVE) {
      jdbc.sql(sql).param("workspace", workspace.value()).param("persons", ids(persons)).update();
    }
    jdbc.sql(BECOME_NOBODY)
        .param("workspace", workspace.value())
        .param("persons", ids(remembered))
        .param("name", "Somebody who was erased")
        .update();
    var gone = new HashSet<>(persons);
    gone.removeAll(remembered);
    jdbc.sql(REMOVE_PERSONS)
        .param("workspace", workspace.value())
        .param("persons", ids(gone))
        .update();
    jdbc.sql(REMOVE_COMPANIES)
        .param("workspace", workspace.value())
        .param("companies", new SqlArrayValue("uuid", companies.toArray()))
        .update();
  }

  private static SqlArrayValue ids(Collection<PersonId> persons) {
    return new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray());
  }
}
