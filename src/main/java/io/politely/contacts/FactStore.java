package io.politely.contacts;

import io.politely.accounts.MemberId;
import io.politely.contacts.Fact.Told;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Facts, read through whoever a person is now. */
@Repository
class FactStore {

  /** The second half of the join is what the index of merged people serves. */
  private static final String FACTS =
      """
      select distinct on (fact.kind, fact.words, fact.company)
             fact.fact_id, fact.kind, fact.words, fact.company, fact.told_at, fact.until,
             coalesce(source.file, '') as file,
             case fact.kind
               when 'role' then fact.since
               else max(fact.since) over (partition by fact.kind, fact.words, fact.company)
             end as since
        from people.shown(:workspace) as asked
        join people.shown(:workspace) as met
          on met.person_id = asked.current_id
          or (met.current_id = asked.current_id and met.current_id <> met.person_id)
        join contacts.fact
          on fact.workspace_id = :workspace
         and fact.person_id = met.person_id
         and fact.removed_at is null
        left join contacts.contact_import as source
          on source.workspace_id = :workspace
         and source.import_id = fact.import_id
       where asked.person_id = :person
       order by fact.kind, fact.words, fact.company, fact.told_by is null, fact.told_at desc, fact.fact_id desc
      """;

  private static final String FACTS_OF_EACH =
      """
      select distinct on (asked.person_id, fact.kind, fact.words, fact.company)
             asked.person_id, fact.fact_id, fact.kind, fact.words, fact.company, fact.told_at, fact.until,
             coalesce(source.file, '') as file,
             case fact.kind
               when 'role' then fact.since
               else max(fact.since) over (partition by asked.person_id, fact.kind, fact.words, fact.company)
             end as since
        from people.shown(:workspace) as asked
        join people.shown(:workspace) as met
          on met.person_id = asked.current_id
          or (met.current_id = asked.current_id and met.current_id <> met.person_id)
        join contacts.fact
          on fact.workspace_id = :workspace
         and fact.person_id = met.person_id
         and fact.removed_at is null
        left join contacts.contact_import as source
          on source.workspace_id = :workspace
         and source.import_id = fact.import_id
       where asked.person_id = any (:persons)
       order by asked.person_id, fact.kind, fact.words, fact.company, fact.told_by is null, fact.told_at desc,
             fact.fact_id desc
      """;

  private static final String FACTS_OF_SEVERAL =
      """
      select met.current_id, fact.kind, fact.words, fact.company, max(fact.since) as since,
             max(fact.until) as until
        from people.shown(:workspace) as met
        join contacts.fact
          on fact.workspace_id = :workspace
         and fact.person_id = met.person_id
         and fact.removed_at is null
       where met.person_id = any (:persons)
          or (met.current_id = any (:persons) and met.current_id <> met.person_id)
       group by met.current_id, fact.kind, fact.words, fact.company
       order by max(fact.told_at) desc, fact.kind, fact.words, fact.company
      """;

  private static final String WHOSE =
      """
      select shown.current_id
        from contacts.fact
        join people.shown(:workspace) as shown
          on shown.person_id = fact.person_id
       where fact.workspace_id = :workspace
         and fact.fact_id = :fact
      """;

  private static final String ADD =
      """
      insert into contacts.fact
             (workspace_id, fact_id, person_id, kind, words, company, since, until, told_at, told_by, import_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** Whoever told the same: what was removed is not to stand there because two had told it. */
  private static final String REMOVE =
      """
      update contacts.fact
         set removed_at = :now
        from contacts.fact as named
       where named.workspace_id = :workspace
         and named.fact_id = :fact
         and fact.workspace_id = :workspace
         and fact.kind = named.kind
         and fact.words = named.words
         and fact.company = named.company
         and fact.removed_at is null
         and fact.person_id in (select met.person_id
                                  from people.shown(:workspace) as asked
                                  join people.shown(:workspace) as met
                                    on met.person_id = asked.current_id
                                    or (met.current_id = asked.current_id and met.current_id <> met.person_id)
                                 where asked.person_id = named.person_id)
      """;

  private static final String UNTELL =
      """
      update contacts.fact
         set removed_at = :now
       where workspace_id = :workspace
         and fact_id = :fact
         and removed_at is null
      """;

  /**
   * Of those of which only the newest one holds, all: what is removed is not to show an older one.
   */
  private static final String CLEAR =
      """
      update contacts.fact
         set removed_at = :now
       where fact.workspace_id = :workspace
         and fact.kind = :kind
         and fact.removed_at is null
         and fact.person_id in (select met.person_id
                                  from people.shown(:workspace) as asked
                                  join people.shown(:workspace) as met
                                    on met.person_id = asked.current_id
                                    or (met.current_id = asked.current_id and met.current_id <> met.person_id)
                                 where asked.person_id = :person)
      returning fact.fact_id
      """;

  /** Those that went together come back together. */
  private static final String BRING_BACK =
      """
      update contacts.fact
         set removed_at = null
        from contacts.fact as named
       where named.workspace_id = :workspace
         and named.fact_id = :fact
         and fact.workspace_id = :workspace
         and fact.kind = named.kind
         and (fact.kind in ('zone', 'language', 'basis', 'met')
              or (fact.words = named.words and fact.company = named.company))
         and fact.removed_at = named.removed_at
         and fact.person_id in (select met.person_id
                                  from people.shown(:workspace) as asked
                                  join people.shown(:workspace) as met
                                    on met.person_id = asked.current_id
                                    or (met.current_id = asked.current_id and met.current_id <> met.person_id)
                                 where asked.person_id = named.person_id)
      """;

  private static final String REMOVE_ALL_OF =
      """
      delete from contacts.fact
       where workspace_id = :workspace
         and import_id = :import
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final NewIds ids;

  FactStore(JdbcClient jdbc, JdbcTemplate batch, NewIds ids) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.ids = ids;
  }

  /** By kind, then by words. */
  List<Fact> of(WorkspaceId workspace, PersonId person) {
    return jdbc.sql(FACTS)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query(FactStore::fact)
        .list();
  }

  /** The same of several, by whom was asked for. */
  Map<PersonId, List<Fact>> ofEach(WorkspaceId workspace, List<PersonId> persons) {
    var facts = new HashMap<PersonId, List<Fact>>();
    jdbc.sql(FACTS_OF_EACH)
        .param("workspace", workspace.value())
        .param(
            "persons", new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray()))
        .query(rs -> {
          facts
              .computeIfAbsent(
                  new PersonId(rs.getObject("person_id", UUID.class)), _ -> new ArrayList<>())
              .add(fact(rs, 0));
        });
    return facts;
  }

  /** Those of several, by whom the user sees; what was told last comes first. */
  Map<PersonId, List<Told>> of(WorkspaceId workspace, List<PersonId> persons) {
    var facts = new HashMap<PersonId, List<Told>>();
    jdbc.sql(FACTS_OF_SEVERAL)
        .param("workspace", workspace.value())
        .param(
            "persons", new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray()))
        .query(rs -> {
          facts
              .computeIfAbsent(
                  new PersonId(rs.getObject("current_id", UUID.class)), _ -> new ArrayList<>())
              .add(told(rs));
        });
    return facts;
  }

  /**
   * What an import tells about those whom it names.
   *
   * @param met under which row of people each is kept
   */
  void add(
      WorkspaceId workspace,
      UUID run,
      List<SourceRow> rows,
      Map<EmailAddress, PersonId> met,
      Instant now) {
    var facts = new ArrayList<@Nullable Object[]>();
    for (var row : rows) {
      var person = Objects.requireNonNull(met.get(row.address()));
      for (var told : FactRules.of(row.contact())) {
        facts.add(row(workspace, ids.next(), person, told, now, null, run));
      }
    }
    batch.batchUpdate(ADD, facts);
  }

  UUID add(WorkspaceId workspace, PersonId person, Told told, MemberId by, Instant now) {
    var fact = ids.next();
    batch.update(ADD, row(workspace, fact, person, told, now, by.value(), null));
    return fact;
  }

  boolean remove(WorkspaceId workspace, UUID fact, Instant now) {
    return jdbc.sql(REMOVE)
            .param("workspace", workspace.value())
            .param("fact", fact)
            .param("now", Timestamp.from(now))
            .update()
        > 0;
  }

  /** Whom a fact is about. */
  Optional<PersonId> whose(WorkspaceId workspace, UUID fact) {
    return jdbc.sql(WHOSE)
        .param("workspace", workspace.value())
        .param("fact", fact)
        .query((rs, _) -> new PersonId(rs.getObject("current_id", UUID.class)))
        .optional();
  }

  /** Takes one row back, whatever else tells the same. */
  boolean untell(WorkspaceId workspace, UUID fact, Instant now) {
    return jdbc.sql(UNTELL)
            .param("workspace", workspace.value())
            .param("fact", fact)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** One of those that went, for bringing all of them back. */
  Optional<UUID> clear(WorkspaceId workspace, PersonId person, FactKind kind, Instant now) {
    return jdbc
        .sql(CLEAR)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .param("kind", kind.word())
        .param("now", Timestamp.from(now))
        .query(UUID.class)
        .list()
        .stream()
        .findFirst();
  }

  boolean bringBack(WorkspaceId workspace, UUID fact) {
    return jdbc.sql(BRING_BACK).param("workspace", workspace.value()).param("fact", fact).update()
        > 0;
  }

  void removeAllOf(WorkspaceId workspace, UUID run) {
    jdbc.sql(REMOVE_ALL_OF).param("workspace", workspace.value()).param("import", run).update();
  }

  private static @Nullable Object[] row(
      WorkspaceId workspace,
      UUID fact,
      PersonId person,
      Told told,
      Instant at,
      @Nullable UUID by,
      @Nullable UUID run) {
    return new @Nullable Object[] {
      workspace.value(),
      fact,
      person.value(),
      told.kind().word(),
      told.words(),
      told.company(),
      told.connectedOn(),
      told.until(),
      Timestamp.from(at),
      by,
      run
    };
  }

  private static Fact fact(ResultSet rs, int row) throws SQLException {
    return new Fact(
        rs.getObject("fact_id", UUID.class),
        told(rs),
        rs.getTimestamp("told_at").toInstant(),
        rs.getString("file"));
  }

  private static Told told(ResultSet rs) throws SQLException {
    return new Told(
        FactKind.of(rs.getString("kind")),
        rs.getString("words"),
        rs.getString("company"),
        rs.getObject("since", LocalDate.class),
        rs.getObject("until", LocalDate.class));
  }
}
