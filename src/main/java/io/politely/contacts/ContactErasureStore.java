package io.politely.contacts;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.Mentions;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What has to go from facts and imports when somebody is erased. */
@Repository
class ContactErasureStore {

  private static final String REMOVE_FACTS =
      """
      delete from contacts.fact
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private static final String REMOVE_ROWS =
      """
      delete from contacts.source_row
       where workspace_id = :workspace
         and (person_id = any (:persons) or addresses && :addresses)
      """;

  private static final String REMOVE_VALUES =
      """
      delete from contacts.field_value
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private static final String VALUES =
      """
      select value_id, words
        from contacts.field_value
       where workspace_id = :workspace
         and words <> ''
      """;

  private static final String SET_VALUE =
      """
      update contacts.field_value
         set words = :words
       where workspace_id = :workspace
         and value_id = :value
      """;

  private static final String FACTS =
      """
      select fact_id, words, company
        from contacts.fact
       where workspace_id = :workspace
      """;

  private static final String SET_FACT =
      """
      update contacts.fact
         set words = :words, company = :company
       where workspace_id = :workspace
         and fact_id = :fact
      """;

  private static final String IMPORTS =
      """
      select import_id, file, remarks
        from contacts.contact_import
       where workspace_id = :workspace
      """;

  private static final String SET_IMPORT =
      """
      update contacts.contact_import
         set file = :file, remarks = :remarks
       where workspace_id = :workspace
         and import_id = :import
      """;

  private final JdbcClient jdbc;

  ContactErasureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Written(UUID fact, String words, String company) {}

  private record Said(UUID run, String file, List<String> remarks) {}

  /** Removes what is kept about somebody, and takes them out of what is kept about others. */
  void erase(WorkspaceId workspace, Traces traces, Mentions mentions) {
    var persons =
        new SqlArrayValue("uuid", traces.persons().stream().map(PersonId::value).toArray());
    jdbc.sql(REMOVE_FACTS).param("workspace", workspace.value()).param("persons", persons).update();
    jdbc.sql(REMOVE_VALUES)
        .param("workspace", workspace.value())
        .param("persons", persons)
        .update();
    values(workspace).stream()
        .filter(it -> mentions.isIn(it.words()))
        .forEach(it ->
            jdbc.sql(SET_VALUE)
                .param("workspace", workspace.value())
                .param("value", it.id())
                .param("words", mentions.removedFrom(it.words()))
                .update());
    jdbc.sql(REMOVE_ROWS)
        .param("workspace", workspace.value())
        .param("persons", persons)
        .param(
            "addresses",
            new SqlArrayValue(
                "text", traces.addresses().stream().map(EmailAddress::value).toArray()))
        .update();
    facts(workspace).stream()
        .filter(it -> mentions.isIn(it.words() + "\n" + it.company()))
        .forEach(it ->
            jdbc.sql(SET_FACT)
                .param("workspace", workspace.value())
                .param("fact", it.fact())
                .param("words", mentions.removedFrom(it.words()))
                .param("company", mentions.removedFrom(it.company()))
                .update());
    imports(workspace).stream()
        .filter(it -> mentions.isIn(it.file() + "\n" + String.join("\n", it.remarks())))
        .forEach(it ->
            jdbc.sql(SET_IMPORT)
                .param("workspace", workspace.value())
                .param("import", it.run())
                .param("file", mentions.removedFrom(it.file()))
                .param(
                    "remarks",
                    new SqlArrayValue(
                        "text", it.remarks().stream().map(mentions::removedFrom).toArray()))
                .update());
  }

  private record ValueOf(UUID id, String words) {}

  private List<ValueOf> values(WorkspaceId workspace) {
    return jdbc.sql(VALUES)
        .param("workspace", workspace.value())
        .query((rs, _) -> new ValueOf(rs.getObject("value_id", UUID.class), rs.getString("words")))
        .list();
  }

  private List<Written> facts(WorkspaceId workspace) {
    return jdbc.sql(FACTS)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new Written(
                rs.getObject("fact_id", UUID.class),
                rs.getString("words"),
                rs.getString("company")))
        .list();
  }

  private List<Said> imports(WorkspaceId workspace) {
    return jdbc.sql(IMPORTS)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new Said(
                rs.getObject("import_id", UUID.class),
                rs.getString("file"),
                Arrays.asList((String[]) rs.getArray("remarks").getArray())))
        .list();
  }
}
