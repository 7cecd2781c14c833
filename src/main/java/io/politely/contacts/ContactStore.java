package io.politely.contacts;

import io.politely.accounts.MemberId;
import io.politely.contacts.ContactFile.OfPeople;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.AddressEvidence;
import io.politely.people.MergeId;
import io.politely.people.PersonId;
import io.politely.people.Sighting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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

/** Imports, what they have brought, and what columns mean. */
@Repository
class ContactStore {

  private static final String BECOME_WRITER =
      """
      insert into contacts.writer (workspace_id)
      values (:workspace)
      on conflict (workspace_id) do update set workspace_id = excluded.workspace_id
      """;

  private static final String BEGIN =
      """
      insert into contacts.contact_import
             (workspace_id, import_id, file, kind, began_at, begun_by, rows_new, rows_known,
              rows_empty, people_new, merged, remarks, rows_total, rows_read, content)
      values (:workspace, :import, :file, :kind, :now, :by, 0, 0, :empty, 0, 0, :remarks, :rows, 0,
              :content)
      """;

  private static final String COUNT =
      """
      update contacts.contact_import
         set rows_read = :read,
             rows_new = rows_new + :added,
             rows_known = rows_known + :known,
             people_new = people_new + :people,
             merged = merged + :merged
       where workspace_id = :workspace
         and import_id = :import
      """;

  private static final String END =
      """
      update contacts.contact_import
         set ended_at = :now
       where workspace_id = :workspace
         and import_id = :import
      """;

  private static final String TAKE_BACK =
      """
      update contacts.contact_import
         set undone_at = :now
       where workspace_id = :workspace
         and import_id = :import
      """;

  private static final String UNFINISHED =
      """
      select import_id, file, kind, began_at, rows_total, rows_read, rows_new, rows_known, rows_empty,
             people_new, merged, remarks, ended_at, undone_at
        from contacts.contact_import
       where workspace_id = :workspace
         and content = :content
         and ended_at is null
         and undone_at is null
       order by began_at desc, import_id desc
       limit 1
      """;

  private static final String IMPORTS =
      """
      select import_id, file, kind, began_at, rows_total, rows_read, rows_new, rows_known, rows_empty,
             people_new, merged, remarks, ended_at, undone_at
        from contacts.contact_import
       where workspace_id = :workspace
       order by began_at desc, import_id desc
       limit :limit
      """;

  private static final String IMPORT =
      """
      select import_id, file, kind, began_at, rows_total, rows_read, rows_new, rows_known, rows_empty,
             people_new, merged, remarks, ended_at, undone_at
        from contacts.contact_import
       where workspace_id = :workspace
         and import_id = :import
      """;

  private static final String KNOWN =
      """
      select row_hash
        from contacts.source_row
       where workspace_id = :workspace
         and row_hash = any (:hashes)
      """;

  private static final String ADD =
      """
      insert into contacts.source_row
             (workspace_id, row_hash, import_id, person_id, addresses, name)
      values (?, ?, ?, ?, ?, ?)
      """;

  /** Of whom something was told by hand stays. */
  private static final String TO_TAKE_BACK =
      """
      select source_row.addresses, source_row.name
        from contacts.source_row
       where source_row.workspace_id = :workspace
         and source_row.import_id = :import
         and not exists (select 1
                           from contacts.fact
                          where fact.workspace_id = :workspace
                            and fact.person_id = source_row.person_id
                            and fact.import_id is null
                            and fact.removed_at is null)
       order by source_row.row_hash
      """;

  private static final String PEOPLE_OF =
      """
      select person_id
        from contacts.source_row
       where workspace_id = :workspace
         and import_id = :import
       order by name
       limit :limit
      """;

  private static final String ADD_MERGE =
      """
      insert into contacts.import_merge (workspace_id, import_id, merge_id)
      values (?, ?, ?)
      """;

  private static final String MERGES =
      """
      select merge_id
        from contacts.import_merge
       where workspace_id = :workspace
         and import_id = :import
       order by merge_id desc
      """;

  private static final String FORGET_ROWS =
      """
      delete from contacts.source_row
       where workspace_id = :workspace
         and import_id = :import
      """;

  private static final String MAPPING =
      """
      select fields
        from contacts.mapping
       where workspace_id = :workspace
         and header = :header
      """;

  private static final String REMEMBER =
      """
      insert into contacts.mapping (workspace_id, header, fields)
      values (:workspace, :header, :fields)
      on conflict (workspace_id, header) do update set fields = excluded.fields
      """;

  private static final String REMARK =
      """
      update contacts.contact_import
         set remarks = remarks || :remark
       where workspace_id = :workspace
         and import_id = :import
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  ContactStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  void becomeWriter(WorkspaceId workspace) {
    jdbc.sql(BECOME_WRITER).param("workspace", workspace.value()).update();
  }

  void begin(
      WorkspaceId workspace,
      UUID run,
      String name,
      OfPeople file,
      String content,
      MemberId by,
      Instant now) {
    jdbc.sql(BEGIN)
        .param("workspace", workspace.value())
        .param("import", run)
        .param("file", name)
        .param("kind", file.kind())
        .param("now", Timestamp.from(now))
        .param("by", by.value())
        .param("empty", file.empty())
        .param("rows", file.contacts().size())
        .param("content", content)
        .param("remarks", new SqlArrayValue("text", file.remarks().toArray()))
        .update();
  }

  /** Adds a sentence to what an import has to say. */
  void remark(WorkspaceId workspace, UUID run, String sentence) {
    jdbc.sql(REMARK)
        .param("workspace", workspace.value())
        .param("import", run)
        .param("remark", new SqlArrayValue("text", sentence))
        .update();
  }

  /** Notes that rows were read up to this one, and what they brought. */
  void count(
      WorkspaceId workspace, UUID run, int read, int added, int known, int people, int merged) {
    jdbc.sql(COUNT)
        .param("workspace", workspace.value())
        .param("import", run)
        .param("read", read)
        .param("added", added)
        .param("known", known)
        .param("people", people)
        .param("merged", merged)
        .update();
  }

  /** It is through. */
  void end(WorkspaceId workspace, UUID run, Instant now) {
    jdbc.sql(END)
        .param("workspace", workspace.value())
        .param("import", run)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Its rows are as if they had never been read. */
  void takeBack(WorkspaceId workspace, UUID run, Instant now) {
    jdbc.sql(FORGET_ROWS).param("workspace", workspace.value()).param("import", run).update();
    jdbc.sql(TAKE_BACK)
        .param("workspace", workspace.value())
        .param("import", run)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The one of these rows that was begun and is not through. */
  Optional<ContactImport> unfinished(WorkspaceId workspace, String content) {
    return jdbc.sql(UNFINISHED)
        .param("workspace", workspace.value())
        .param("content", content)
        .query(ContactStore::contactImport)
        .optional();
  }

  List<ContactImport> imports(WorkspaceId workspace, int limit) {
    return jdbc.sql(IMPORTS)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query(ContactStore::contactImport)
        .list();
  }

  Optional<ContactImport> contactImport(WorkspaceId workspace, UUID run) {
    return jdbc.sql(IMPORT)
        .param("workspace", workspace.value())
        .param("import", run)
        .query(ContactStore::contactImport)
        .optional();
  }

  List<String> known(WorkspaceId workspace, Collection<String> hashes) {
    return jdbc.sql(KNOWN)
        .param("workspace", workspace.value())
        .param("hashes", new SqlArrayValue("text", hashes.toArray()))
        .query(String.class)
        .list();
  }

  /**
   * Keeps rows that were not known before.
   *
   * @param met under which row of people each is kept
   */
  void add(WorkspaceId workspace, UUID run, List<SourceRow> rows, Map<EmailAddress, PersonId> met) {
    batch.batchUpdate(
        ADD,
        rows.stream()
            .map(row ->
                new Object[] {
                  workspace.value(),
                  row.hash(),
                  run,
                  Objects.requireNonNull(met.get(row.address())).value(),
                  new SqlArrayValue(
                      "text", row.addresses().stream().map(EmailAddress::value).toArray()),
                  row.contact().name()
                })
            .toList());
  }

  void addMerges(WorkspaceId workspace, UUID run, List<MergeId> merges) {
    batch.batchUpdate(
        ADD_MERGE,
        merges.stream()
            .map(merge -> new Object[] {workspace.value(), run, merge.value()})
            .toList());
  }

  /** The merges that an import made, the newest first. */
  List<MergeId> merges(WorkspaceId workspace, UUID run) {
    return jdbc.sql(MERGES)
        .param("workspace", workspace.value())
        .param("import", run)
        .query((rs, _) -> new MergeId(rs.getObject("merge_id", UUID.class)))
        .list();
  }

  /** Whom an import named, by the names that it gave them. */
  List<PersonId> people(WorkspaceId workspace, UUID run, int limit) {
    return jdbc.sql(PEOPLE_OF)
        .param("workspace", workspace.value())
        .param("import", run)
        .param("limit", limit)
        .query((rs, _) -> new PersonId(rs.getObject("person_id", UUID.class)))
        .list();
  }

  /**
   * The sightings that an import was, without those of people of whom something is told by hand.
   */
  List<Sighting> toTakeBack(WorkspaceId workspace, UUID run) {
    var sightings = new ArrayList<Sighting>();
    jdbc.sql(TO_TAKE_BACK)
        .param("workspace", workspace.value())
        .param("import", run)
        .query(rs -> {
          for (var address : (String[]) rs.getArray("addresses").getArray()) {
            sightings.add(
                new Sighting(
                    new EmailAddress(address), rs.getString("name"), AddressEvidence.NAMED));
          }
        });
    return sightings;
  }

  /** What the user said about a header. */
  Optional<Mapping> mapping(WorkspaceId workspace, String header) {
    return jdbc.sql(MAPPING)
        .param("workspace", workspace.value())
        .param("header", header)
        .query((rs, _) -> Mapping.of(List.of((String[]) rs.getArray("fields").getArray())))
        .optional()
        .flatMap(mapping -> mapping);
  }

  void remember(WorkspaceId workspace, String header, Mapping mapping) {
    jdbc.sql(REMEMBER)
        .param("workspace", workspace.value())
        .param("header", header)
        .param(
            "fields",
            new SqlArrayValue("text", mapping.columns().stream().map(Field::word).toArray()))
        .update();
  }

  private static ContactImport contactImport(ResultSet rs, int row) throws SQLException {
    return new ContactImport(
        rs.getObject("import_id", UUID.class),
        rs.getString("file"),
        rs.getString("kind"),
        rs.getTimestamp("began_at").toInstant(),
        rs.getInt("rows_total"),
        rs.getInt("rows_read"),
        rs.getInt("rows_new"),
        rs.getInt("rows_known"),
        rs.getInt("rows_empty"),
        rs.getInt("people_new"),
        rs.getInt("merged"),
        List.of((String[]) rs.getArray("remarks").getArray()),
        instant(rs, "ended_at"),
        instant(rs, "undone_at"));
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    var at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
