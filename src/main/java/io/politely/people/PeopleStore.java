package io.politely.people;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.AddressRules.Shown;
import io.politely.people.NameRules.Counted;
import io.politely.people.PersonRules.Described;
import io.politely.people.PersonRules.Mailbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What is counted under mailboxes, and how it is shown. */
@Repository
class PeopleStore {

  private static final String BECOME_WRITER =
      """
      insert into people.writer (workspace_id)
      values (:workspace)
      on conflict (workspace_id) do update set workspace_id = excluded.workspace_id
      """;

  private static final String BY_MAILBOX =
      """
      select person_id, mailbox, company_id, sightings, wrote, wrote_automatically, carries_list,
             named, best_name, best_name_times, current_id, given_name, sort_name
        from people.person
       where workspace_id = :workspace
         and mailbox = any (:mailboxes)
      """;

  private static final String TREES =
      """
      select person_id, mailbox, company_id, sightings, wrote, wrote_automatically, carries_list,
             named, best_name, best_name_times, current_id, given_name, sort_name
        from people.person
       where workspace_id = :workspace
         and (person_id = any (:roots)
              or (current_id = any (:roots) and current_id <> person_id))
      """;

  private static final String MERGED_AMONG =
      """
      select distinct current_id
        from people.person
       where workspace_id = :workspace
         and current_id = any (:roots)
         and current_id <> person_id
      """;

  private static final String TIMES_SEEN =
      """
      select seen.person_id, seen.name, seen.times
        from unnest(:persons, :names) as met (person_id, name)
        join people.name_seen as seen
          on seen.workspace_id = :workspace
         and seen.person_id = met.person_id
         and seen.name = met.name
      """;

  private static final String NAMES_OF =
      """
      select person_id, name, times
        from people.name_seen
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private static final String KNOWN_ADDRESSES =
      """
      select address
        from people.address
       where workspace_id = :workspace
         and address = any (:addresses)
      """;

  private static final String COMPANIES =
      """
      select company_id, domain
        from people.company
       where workspace_id = :workspace
         and domain = any (:domains)
      """;

  private static final String ADD_COMPANY =
      """
      insert into people.company (workspace_id, company_id, domain)
      values (?, ?, ?)
      """;

  private static final String SAVE_PERSON =
      """
      insert into people.person
             (workspace_id, person_id, mailbox, company_id, sightings, wrote, wrote_automatically,
              carries_list, named, best_name, best_name_times, current_id, name, sort_name, same_name,
              kind)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (workspace_id, person_id) do update
         set sightings = excluded.sightings,
             wrote = excluded.wrote,
             wrote_automatically = excluded.wrote_automatically,
             carries_list = excluded.carries_list,
             named = excluded.named,
             best_name = excluded.best_name,
             best_name_times = excluded.best_name_times,
             name = excluded.name,
             sort_name = excluded.sort_name,
             same_name = excluded.same_name,
             kind = excluded.kind
      """;

  private static final String ADD_ADDRESS =
      """
      insert into people.address (workspace_id, address, person_id)
      values (?, ?, ?)
      """;

  private static final String ADD_TIMES_SEEN =
      """
      insert into people.name_seen (workspace_id, person_id, name, times)
      values (?, ?, ?, ?)
      on conflict (workspace_id, person_id, name) do update
         set times = people.name_seen.times + excluded.times
      """;

  private static final String DESCRIBE =
      """
      update people.person
         set name = ?, sort_name = ?, same_name = ?, kind = ?
       where workspace_id = ?
         and person_id = ?
      """;

  private static final String WHO_ARE =
      """
      select met.mailbox, shown.person_id, shown.name, shown.kind, met.company_id, company.domain
        from people.person as met
        join people.person as shown
          on shown.workspace_id = :workspace
         and shown.person_id = met.current_id
        left join people.company
          on company.workspace_id = :workspace
         and company.company_id = met.company_id
       where met.workspace_id = :workspace
         and met.mailbox = any (:mailboxes)
      """;

  private static final String COUNT_PERSONS =
      """
      select count(*)
        from people.person
       where workspace_id = :workspace
         and kind = 'person'
         and current_id = person_id
         and not mailbox = any (:own)
      """;

  private static final String DIGEST_LINES =
      """
      select mailboxes.addresses || ' | ' || shown.name || ' | ' || shown.kind || ' | '
             || mailboxes.domains as line
        from (select met.current_id,
                     string_agg(address.address, ' ' order by address.address collate "C") as addresses,
                     coalesce(string_agg(distinct company.domain collate "C", ' '), '') as domains
                from people.person as met
                join people.address
                  on address.workspace_id = :workspace
                 and address.person_id = met.person_id
                left join people.company
                  on company.workspace_id = :workspace
                 and company.company_id = met.company_id
               where met.workspace_id = :workspace
               group by met.current_id) as mailboxes
        join people.person as shown
          on shown.workspace_id = :workspace
         and shown.person_id = mailboxes.current_id
         and shown.kind <> 'nobody'
       order by mailboxes.addresses collate "C"
      """;

  private static final int ROWS_AT_ONCE = 1000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  PeopleStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** Waits for whoever else writes in this workspace, until the end of the transaction. */
  void becomeWriter(WorkspaceId workspace) {
    jdbc.sql(BECOME_WRITER).param("workspace", workspace.value()).update();
  }

  Map<EmailAddress, Row> byMailbox(WorkspaceId workspace, Collection<EmailAddress> mailboxes) {
    var rows = new HashMap<EmailAddress, Row>();
    jdbc.sql(BY_MAILBOX)
        .param("workspace", workspace.value())
        .param("mailboxes", texts(mailboxes))
        .query(PeopleStore::row)
        .list()
        .forEach(row -> rows.put(row.mailbox().address(), row));
    return rows;
  }

  /** Everybody who is shown as one of these, themselves included. */
  List<Row> trees(WorkspaceId workspace, Collection<UUID> roots) {
    return jdbc.sql(TREES)
        .param("workspace", workspace.value())
        .param("roots", ids(roots))
        .query(PeopleStore::row)
        .list();
  }

  /** Those of these persons that somebody was merged into. */
  List<UUID> mergedAmong(WorkspaceId workspace, Collection<UUID> roots) {
    return jdbc.sql(MERGED_AMONG)
        .param("workspace", workspace.value())
        .param("roots", ids(roots))
        .query(UUID.class)
        .list();
  }

  /** How often these names were met before; absent where never. */
  Map<NameOf, Long> timesSeen(WorkspaceId workspace, List<NameOf> names) {
    var times = new HashMap<NameOf, Long>();
    jdbc.sql(TIMES_SEEN)
        .param("workspace", workspace.value())
        .param("persons", ids(names.stream().map(NameOf::person).toList()))
        .param("names", texts(names.stream().map(NameOf::name).toList()))
        .query(rs -> {
          times.put(
              new NameOf(rs.getObject("person_id", UUID.class), rs.getString("name")),
              rs.getLong("times"));
        });
    return times;
  }

  /** Every name under which these were met. */
  Map<UUID, List<Counted>> namesOf(WorkspaceId workspace, Collection<UUID> persons) {
    var names = new HashMap<UUID, List<Counted>>();
    jdbc.sql(NAMES_OF)
        .param("workspace", workspace.value())
        .param("persons", ids(persons))
        .query(rs -> {
          names
              .computeIfAbsent(rs.getObject("person_id", UUID.class), _ -> new ArrayList<>())
              .add(new Counted(rs.getString("name"), rs.getLong("times")));
        });
    return names;
  }

  List<EmailAddress> knownAddresses(WorkspaceId workspace, Collection<EmailAddress> addresses) {
    return jdbc.sql(KNOWN_ADDRESSES)
        .param("workspace", workspace.value())
        .param("addresses", texts(addresses))
        .query((rs, _) -> new EmailAddress(rs.getString("address")))
        .list();
  }

  Map<String, UUID> companies(WorkspaceId workspace, Collection<String> domains) {
    var companies = new HashMap<String, UUID>();
    jdbc.sql(COMPANIES)
        .param("workspace", workspace.value())
        .param("domains", texts(domains))
        .query(rs -> {
          companies.put(rs.getString("domain"), rs.getObject("company_id", UUID.class));
        });
    return companies;
  }

  void addCompanies(WorkspaceId workspace, Map<String, UUID> companies) {
    batch.batchUpdate(
        ADD_COMPANY,
        companies.entrySet().stream()
            .map(company -> new Object[] {workspace.value(), company.getValue(), company.getKey()})
            .toList());
  }

  /** Writes what was counted, and how each would be shown if it stands for itself. */
  void save(WorkspaceId workspace, Map<Row, Described> persons) {
    batch.batchUpdate(
        SAVE_PERSON,
        persons.entrySet().stream()
            .map(person -> {
              var row = person.getKey();
              var mailbox = row.mailbox();
              var shown = person.getValue();
              return new @Nullable Object[] {
                workspace.value(),
                row.person(),
                mailbox.address().value(),
                row.company(),
                mailbox.sightings(),
                mailbox.shown().wrote(),
                mailbox.shown().wroteAutomatically(),
                mailbox.shown().carriesList(),
                mailbox.named(),
                mailbox.bestName().name(),
                mailbox.bestName().times(),
                row.current(),
                shown.name(),
                shown.sortName(),
                shown.sameName(),
                shown.kind().word()
              };
            })
            .toList());
  }

  void addAddresses(WorkspaceId workspace, Map<EmailAddress, UUID> personOfAddress) {
    batch.batchUpdate(
        ADD_ADDRESS,
        personOfAddress.entrySet().stream()
            .map(address ->
                new Object[] {workspace.value(), address.getKey().value(), address.getValue()})
            .toList());
  }

  void addTimesSeen(WorkspaceId workspace, Map<NameOf, Long> times) {
    batch.batchUpdate(
        ADD_TIMES_SEEN,
        times.entrySet().stream()
            .map(seen ->
                new Object[] {
                  workspace.value(), seen.getKey().person(), seen.getKey().name(), seen.getValue()
                })
            .toList());
  }

  void describe(WorkspaceId workspace, Map<Row, Described> persons) {
    batch.batchUpdate(
        DESCRIBE,
        persons.entrySet().stream()
            .map(person ->
                new Object[] {
                  person.getValue().name(),
                  person.getValue().sortName(),
                  person.getValue().sameName(),
                  person.getValue().kind().word(),
                  workspace.value(),
                  person.getKey().person()
                })
            .toList());
  }

  /** Who is behind each mailbox (an address without its tag). */
  Map<EmailAddress, Known> whoAre(WorkspaceId workspace, Collection<EmailAddress> mailboxes) {
    var known = new HashMap<EmailAddress, Known>();
    jdbc.sql(WHO_ARE)
        .param("workspace", workspace.value())
        .param("mailboxes", texts(mailboxes))
        .query(rs -> {
          known.put(
              new EmailAddress(rs.getString("mailbox")),
              new Known(
                  new PersonId(rs.getObject("person_id", UUID.class)),
                  rs.getString("name"),
                  AddressKind.of(rs.getString("kind")),
                  company(rs)));
        });
    return known;
  }

  long countPersons(WorkspaceId workspace, Collection<EmailAddress> own) {
    return jdbc.sql(COUNT_PERSONS)
        .param("workspace", workspace.value())
        .param("own", new SqlArrayValue("text", own.stream().map(EmailAddress::value).toArray()))
        .query(Long.class)
        .single();
  }

  /** One line for each person, sorted and without ids: equal for equal people. */
  void digestLines(WorkspaceId workspace, Consumer<String> lines) {
    jdbc.sql(DIGEST_LINES)
        .param("workspace", workspace.value())
        .withFetchSize(ROWS_AT_ONCE)
        .query(rs -> {
          lines.accept(rs.getString("line"));
        });
  }

  private static @Nullable Company company(ResultSet rs) throws SQLException {
    var id = rs.getObject("company_id", UUID.class);
    if (id == null) {
      return null;
    }
    var domain = rs.getString("domain");
    return new Company(new CompanyId(id), domain, NameRules.ofCompany(domain));
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        rs.getObject("person_id", UUID.class),
        rs.getObject("company_id", UUID.class),
        rs.getObject("current_id", UUID.class),
        rs.getString("given_name"),
        rs.getString("sort_name"),
        new Mailbox(
            new EmailAddress(rs.getString("mailbox")),
            rs.getLong("sightings"),
            new Shown(
                rs.getLong("wrote"),
                rs.getLong("wrote_automatically"),
                rs.getBoolean("carries_list")),
            rs.getLong("named"),
            new Counted(rs.getString("best_name"), rs.getLong("best_name_times"))));
  }

  private static SqlArrayValue texts(Collection<?> values) {
    return new SqlArrayValue("text", values.stream().map(Object::toString).toArray());
  }

  private static SqlArrayValue ids(Collection<UUID> ids) {
    return new SqlArrayValue("uuid", ids.toArray());
  }

  /** A name met under a person. */
  record NameOf(UUID person, String name) {}

  /**
   * A person as counted.
   *
   * @param sortName as saved the last time; "" for somebody new
   */
  record Row(
      UUID person,
      @Nullable UUID company,
      UUID current,
      @Nullable String givenName,
      String sortName,
      Mailbox mailbox) {

    /** The letters by which they are found under this name. */
    Set<String> beginnings(String name) {
      return name.isEmpty() ? Set.of() : NameRules.beginnings(name, mailbox.address());
    }
  }
}
