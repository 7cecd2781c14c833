package io.politely.people;

import static java.util.stream.Collectors.groupingBy;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.Page;
import io.politely.kernel.WorkspaceId;
import io.politely.people.MergeRules.Candidate;
import io.politely.people.PersonSearch.Letters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** People as pages show them. */
@Repository
class PersonStore {

  private static final String SHOWN_FOR_SEVERAL =
      """
      select met.person_id as met_id, shown.person_id as shown_id
        from people.person as met
        join people.person as shown
          on shown.workspace_id = :workspace
         and shown.person_id = met.current_id
       where met.workspace_id = :workspace
         and met.person_id = any (:persons)
         and shown.kind <> 'erased'
      """;

  private static final String SHOWN =
      """
      select shown.person_id, shown.name, shown.sort_name, shown.kind
        from people.person as met
        join people.person as shown
          on shown.workspace_id = :workspace
         and shown.person_id = met.current_id
       where met.workspace_id = :workspace
         and met.person_id = :person
         and shown.kind <> 'erased'
      """;

  private static final String SEVERAL =
      """
      select distinct shown.person_id, shown.name, shown.sort_name, shown.kind
        from people.person as met
        join people.person as shown
          on shown.workspace_id = :workspace
         and shown.person_id = met.current_id
       where met.workspace_id = :workspace
         and met.person_id = any (:persons)
         and shown.kind <> 'erased'
      """;

  private static final String PERSONS =
      """
      select person_id, name, sort_name, kind
        from people.person
       where workspace_id = :workspace
         and kind = 'person'
         and current_id = person_id
         and person_id not in (select current_id
                                 from people.person
                                where workspace_id = :workspace
                                  and mailbox = any (:own))
         and (sort_name, person_id) > (:after_name, :after_person)
       order by sort_name, person_id
       limit :limit
      """;

  /**
   * A word may be met in the name or an address of anybody who was merged into a person. The
   * planner takes a range for a ninth of a table and would read all people; an array it takes for a
   * few rows, and asks for these.
   */
  private static final String FOUND =
      """
      with met as materialized (
               select beginning.person_id, word.position
                 from unnest(:beginnings, :beginnings_until, :positions)
                        as word (beginning, until, position)
                 join people.beginning
                   on beginning.workspace_id = :workspace
                  and beginning.beginning >= word.beginning
                  and beginning.beginning < word.until
                union
               select address.person_id, word.position
                 from unnest(:addresses, :addresses_until) with ordinality
                        as word (address, until, position)
                 join people.address
                   on address.workspace_id = :workspace
                  and address.address >= word.address
                  and address.address < word.until)
      select person_id, name, sort_name, kind
        from people.person
       where workspace_id = :workspace
         and person_id = any (array(
               select named.current_id
                 from people.person as named
                 join met
                   on met.person_id = named.person_id
                where named.workspace_id = :workspace
                  and named.person_id = any (array(select met.person_id from met))
                group by named.current_id
               having count(distinct met.position) = :words))
         and kind <> 'nobody'
         and person_id not in (select current_id
                                 from people.person
                                where workspace_id = :workspace
                                  and mailbox = any (:own))
         and (sort_name, person_id) > (:after_name, :after_person)
       order by sort_name, person_id
       limit :limit
      """;

  private static final String AT_COMPANY =
      """
      select person_id, name, sort_name, kind
        from people.person
       where workspace_id = :workspace
         and person_id in (select current_id
                             from people.person
                            where workspace_id = :workspace
                              and company_id = :company)
         and kind in ('person', 'role')
         and person_id not in (select current_id
                                 from people.person
                                where workspace_id = :workspace
                                  and mailbox = any (:own))
         and (sort_name, person_id) > (:after_name, :after_person)
       order by sort_name, person_id
       limit :limit
      """;

  /** Nobody shares a name with so many: it is no name, or too common to say anything. */
  private static final String NAMESAKES =
      """
      select person.person_id, person.name, person.sort_name, person.kind, person.same_name
        from people.person
       where person.workspace_id = :workspace
         and person.same_name = any (array(
               select called.same_name
                 from people.person as called
                where called.workspace_id = :workspace
                  and called.same_name <> ''
                  and called.current_id = called.person_id
                group by called.same_name
               having count(*) between 2 and 8
                order by called.same_name
                limit 1000))
         and person.same_name <> ''
         and person.current_id = person.person_id
         and person.person_id not in (select own.current_id
                                        from people.person as own
                                       where own.workspace_id = :workspace
                                         and own.mailbox = any (:own))
       order by person.same_name, person.person_id
      """;

  /** Those of one person, the person included. */
  private static final String NAMESAKES_OF =
      """
      select person.person_id, person.name, person.sort_name, person.kind, person.same_name
        from people.person as one
        join people.person
          on person.workspace_id = :workspace
         and person.same_name = one.same_name
         and person.same_name <> ''
         and person.current_id = person.person_id
       where one.workspace_id = :workspace
         and one.person_id = :person
         and one.current_id = one.person_id
         and (select count(*)
                from people.person as called
               where called.workspace_id = :workspace
                 and called.same_name = one.same_name
                 and called.same_name <> ''
                 and called.current_id = called.person_id) between 2 and 8
         and person.person_id not in (select own.current_id
                                        from people.person as own
                                       where own.workspace_id = :workspace
                                         and own.mailbox = any (:own))
       order by person.person_id
      """;

  private static final String MAILBOXES =
      """
      select met.current_id, met.mailbox as address, met.mailbox, met.sightings, met.wrote,
             met.wrote_automatically, met.carries_list, met.given_name, company.company_id,
             company.domain
        from people.person as met
        left join people.company
          on company.workspace_id = :workspace
         and company.company_id = met.company_id
       where met.workspace_id = :workspace
         and (met.person_id = any (:persons)
              or (met.current_id = any (:persons) and met.current_id <> met.person_id))
      """;

  /** Machines that put a number into each address have thousands. */
  private static final String ADDRESSES =
      """
      select met.current_id, address.address, met.mailbox, met.sightings, met.wrote,
             met.wrote_automatically, met.carries_list, met.given_name, company.company_id,
             company.domain
        from people.person as met
        join people.address
          on address.workspace_id = :workspace
         and address.person_id = met.person_id
        left join people.company
          on company.workspace_id = :workspace
         and company.company_id = met.company_id
       where met.workspace_id = :workspace
         and (met.person_id = any (:persons)
              or (met.current_id = any (:persons) and met.current_id <> met.person_id))
       order by met.sightings desc, address.address
       limit 1000
      """;

  private static final String COMPANY =
      """
      select company_id, domain
        from people.company
       where workspace_id = :workspace
         and company_id = :company
      """;

  private static final String NAME_GIVEN =
      """
      select given_name
        from people.person
       where workspace_id = :workspace
         and person_id = :person
      """;

  private static final String GIVE_NAME =
      """
      update people.person
         set given_name = :name
       where workspace_id = :workspace
         and person_id = :person
      """;

  private static final Comparator<Address> BUSIEST_FIRST =
      Comparator.comparingLong(Address::sightings)
          .reversed()
          .thenComparing(address -> address.shown().address());

  private final JdbcClient jdbc;

  PersonStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Head(PersonId id, String name, String sortName, AddressKind kind) {}

  private record Address(
      PersonId person, long sightings, boolean namedByUser, PersonAddress shown) {}

  private record Namesake(String sameName, Head head) {}

  /** Whom the user sees for this person, with all their addresses. */
  Optional<Person> person(WorkspaceId workspace, PersonId person) {
    return jdbc.sql(SHOWN)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query(PersonStore::head)
        .optional()
        .map(head -> person(head, addresses(workspace, ADDRESSES, List.of(head))));
  }

  /** Whom the user sees for these persons, in no order. */
  List<Person> several(WorkspaceId workspace, Collection<PersonId> persons) {
    var heads =
        jdbc.sql(SEVERAL)
            .param("workspace", workspace.value())
            .param(
                "persons",
                new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray()))
            .query(PersonStore::head)
            .list();
    var addresses = addresses(workspace, MAILBOXES, heads);
    return heads.stream().map(head -> person(head, addresses)).toList();
  }

  /** Whom the user sees for this person. */
  Optional<PersonId> shown(WorkspaceId workspace, PersonId person) {
    return jdbc.sql(SHOWN)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query(PersonStore::head)
        .optional()
        .map(Head::id);
  }

  /** The same for several; whoever is not known is absent. */
  Map<PersonId, PersonId> shown(WorkspaceId workspace, Collection<PersonId> persons) {
    var shown = new HashMap<PersonId, PersonId>();
    jdbc.sql(SHOWN_FOR_SEVERAL)
        .param("workspace", workspace.value())
        .param(
            "persons", new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray()))
        .query(rs -> {
          shown.put(
              new PersonId(rs.getObject("met_id", UUID.class)),
              new PersonId(rs.getObject("shown_id", UUID.class)));
        });
    return shown;
  }

  /** Persons by name; no desks, lists or machines. */
  Page<Person> persons(
      WorkspaceId workspace, Set<EmailAddress> own, PersonCursor after, int limit) {
    return page(workspace, listed(PERSONS, workspace, own, after, limit), limit);
  }

  /** Everybody who is found, whatever their kind, by name. */
  Page<Person> found(
      WorkspaceId workspace,
      Set<EmailAddress> own,
      PersonSearch search,
      PersonCursor after,
      int limit) {
    var beginnings = search.beginnings();
    var addresses = search.addresses();
    return page(
        workspace,
        listed(FOUND, workspace, own, after, limit)
            .param("beginnings", texts(beginnings, Letters::first))
            .param("beginnings_until", texts(beginnings, Letters::until))
            .param(
                "positions",
                new SqlArrayValue("bigint", beginnings.stream().map(Letters::word).toArray()))
            .param("addresses", texts(addresses, Letters::first))
            .param("addresses_until", texts(addresses, Letters::until))
            .param("words", search.words().size()),
        limit);
  }

  /** Persons and desks of a company, by name. */
  Page<Person> atCompany(
      WorkspaceId workspace,
      Set<EmailAddress> own,
      CompanyId company,
      PersonCursor after,
      int limit) {
    return page(
        workspace,
        listed(AT_COMPANY, workspace, own, after, limit).param("company", company.value()),
        limit);
  }

  Optional<Company> company(WorkspaceId workspace, CompanyId company) {
    return jdbc.sql(COMPANY)
        .param("workspace", workspace.value())
        .param("company", company.value())
        .query((rs, _) -> company(rs))
        .optional();
  }

  /** Persons who share a name, by that name. */
  List<List<Candidate>> namesakes(WorkspaceId workspace, Set<EmailAddress> own) {
    return namesakes(workspace, jdbc.sql(NAMESAKES), own);
  }

  /** Persons who share the name of one; empty where nobody does. */
  List<List<Candidate>> namesakesOf(WorkspaceId workspace, Set<EmailAddress> own, PersonId person) {
    return namesakes(workspace, jdbc.sql(NAMESAKES_OF).param("person", person.value()), own);
  }

  private List<List<Candidate>> namesakes(
      WorkspaceId workspace, JdbcClient.StatementSpec query, Set<EmailAddress> own) {
    var rows =
        query
            .param("workspace", workspace.value())
            .param("own", mailboxes(own))
            .query((rs, row) -> new Namesake(rs.getString("same_name"), head(rs, row)))
            .list();
    var addresses = addresses(workspace, MAILBOXES, rows.stream().map(Namesake::head).toList());
    return rows.stream().collect(groupingBy(Namesake::sameName)).values().stream()
        .map(
            group -> group.stream().map(namesake -> candidate(namesake.head(), addresses)).toList())
        .toList();
  }

  /** The name that the user gave, if any. */
  Optional<String> nameGiven(WorkspaceId workspace, PersonId person) {
    return jdbc.sql(NAME_GIVEN)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query((rs, _) -> Optional.ofNullable(rs.getString("given_name")))
        .single();
  }

  void giveName(WorkspaceId workspace, PersonId person, @Nullable String name) {
    jdbc.sql(GIVE_NAME)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .param("name", name)
        .update();
  }

  private JdbcClient.StatementSpec listed(
      String sql, WorkspaceId workspace, Set<EmailAddress> own, PersonCursor after, int limit) {
    return jdbc.sql(sql)
        .param("workspace", workspace.value())
        .param("own", mailboxes(own))
        .param("after_name", after.sortName())
        .param("after_person", after.person())
        .param("limit", limit + 1);
  }

  /** One more than fits tells whether there is a next page. */
  private Page<Person> page(WorkspaceId workspace, JdbcClient.StatementSpec query, int limit) {
    var heads = query.query(PersonStore::head).list();
    var fitting = heads.subList(0, Math.min(heads.size(), limit));
    var addresses = addresses(workspace, MAILBOXES, fitting);
    var next =
        heads.size() > limit && limit > 0
            ? Optional.of(
                new PersonCursor(fitting.getLast().sortName(), fitting.getLast().id().value())
                    .text())
            : Optional.<String>empty();
    return new Page<>(fitting.stream().map(head -> person(head, addresses)).toList(), next);
  }

  private Map<PersonId, List<Address>> addresses(
      WorkspaceId workspace, String sql, Collection<Head> persons) {
    return jdbc
        .sql(sql)
        .param("workspace", workspace.value())
        .param(
            "persons",
            new SqlArrayValue("uuid", persons.stream().map(it -> it.id().value()).toArray()))
        .query(PersonStore::address)
        .list()
        .stream()
        .collect(groupingBy(Address::person));
  }

  private static Person person(Head head, Map<PersonId, List<Address>> addresses) {
    var theirs = addresses.getOrDefault(head.id(), List.of());
    return new Person(
        head.id(),
        head.name(),
        theirs.stream().anyMatch(Address::namedByUser),
        head.kind(),
        theirs.stream().sorted(BUSIEST_FIRST).map(Address::shown).toList());
  }

  private static Candidate candidate(Head head, Map<PersonId, List<Address>> addresses) {
    return new Candidate(
        person(head, addresses),
        addresses.getOrDefault(head.id(), List.of()).stream().mapToLong(Address::sightings).sum());
  }

  private static Head head(ResultSet rs, int row) throws SQLException {
    return new Head(
        new PersonId(rs.getObject("person_id", UUID.class)),
        rs.getString("name"),
        rs.getString("sort_name"),
        AddressKind.of(rs.getString("kind")));
  }

  private static Address address(ResultSet rs, int row) throws SQLException {
    var shown =
        new AddressRules.Shown(
            rs.getLong("wrote"), rs.getLong("wrote_automatically"), rs.getBoolean("carries_list"));
    var kind = AddressRules.kind(new EmailAddress(rs.getString("mailbox")), shown);
    return new Address(
        new PersonId(rs.getObject("current_id", UUID.class)),
        rs.getLong("sightings"),
        rs.getString("given_name") != null,
        new PersonAddress(new EmailAddress(rs.getString("address")), kind, company(rs)));
  }

  private static @Nullable Company company(ResultSet rs) throws SQLException {
    var id = rs.getObject("company_id", UUID.class);
    if (id == null) {
      return null;
    }
    var domain = rs.getString("domain");
    return new Company(new CompanyId(id), domain, NameRules.ofCompany(domain));
  }

  /** The rows of people have addresses without tags. */
  private static SqlArrayValue mailboxes(Set<EmailAddress> own) {
    return texts(List.copyOf(own), address -> address.withoutTag().value());
  }

  private static <T> SqlArrayValue texts(List<T> values, Function<T, String> text) {
    return new SqlArrayValue("text", values.stream().map(text).toArray());
  }
}
