package io.politely;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.Edge;
import io.politely.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the database itself says about its tables: workspaces are apart, in every one of them. */
@Edge
class CatalogueTest {

  /** Pointers from the outside to a workspace, without personal data; see their migrations. */
  private static final List<String> POINTERS =
      List.of("accounts.sign_in_pointer", "accounts.workspace_pointer");

  private static final String TABLES =
      """
      select n.nspname || '.' || c.relname
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p')
         and n.nspname not in ('pg_catalog', 'information_schema', 'public')
      """;

  private static final String WITHOUT_WORKSPACE =
      TABLES
          + """
             and not exists (select 1
                               from pg_attribute a
                              where a.attrelid = c.oid
                                and a.attname = 'workspace_id'
                                and a.attnotnull)
          """;

  private static final String WITHOUT_FORCED_SECURITY =
      TABLES
          + """
             and not (c.relrowsecurity and c.relforcerowsecurity)
          """;

  private static final String WITHOUT_POLICY =
      TABLES
          + """
             and not exists (select 1
                               from pg_policy p
                              where p.polrelid = c.oid
                                and p.polpermissive
                                and p.polcmd = '*'
                                and pg_get_expr(p.polqual, c.oid) like '(workspace_id = %politely.workspace%'
                                and pg_get_expr(p.polwithcheck, c.oid) like '(workspace_id = %politely.workspace%')
          """;

  private static final String WITH_MORE_THAN_ONE_POLICY =
      TABLES
          + """
             and (select count(*) from pg_policy p where p.polrelid = c.oid) > 1
          """;

  private static final String KEYS_WITHOUT_WORKSPACE_FIRST =
      """
      select k.conrelid::regclass::text || ' ' || k.conname
        from pg_constraint k
        join pg_class c on c.oid = k.conrelid
        join pg_namespace n on n.oid = c.relnamespace
       where k.contype in ('p', 'u', 'f')
         and n.nspname not in ('pg_catalog', 'information_schema', 'public')
         and (select a.attname
                from pg_attribute a
               where a.attrelid = k.conrelid
                 and a.attnum = k.conkey[1]) <> 'workspace_id'
      """;

  private static final String UNIQUE_INDEXES_WITHOUT_WORKSPACE_FIRST =
      """
      select i.indexrelid::regclass::text
        from pg_index i
        join pg_class c on c.oid = i.indrelid
        join pg_namespace n on n.oid = c.relnamespace
       where i.indisunique
         and n.nspname not in ('pg_catalog', 'pg_toast', 'information_schema', 'public')
         and coalesce((select a.attname
                         from pg_attribute a
                        where a.attrelid = i.indrelid
                          and a.attnum = i.indkey[0]), '') <> 'workspace_id'
      """;

  private static final String POWERS_OF_THE_APPLICATION =
      """
      select r.rolname
        from pg_roles r
       where r.rolname = 'politely_app'
         and (   r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
              or exists (select 1 from pg_class c where c.relowner = r.oid)
              or exists (select 1 from pg_namespace n where n.nspowner = r.oid)
              or exists (select 1 from pg_auth_members m where m.member = r.oid))
      """;

  private static final String KEYS_ACROSS_SCHEMAS =
      """
      select k.conrelid::regclass::text || ' ' || k.conname
        from pg_constraint k
        join pg_class f on f.oid = k.conrelid
        join pg_class t on t.oid = k.confrelid
       where k.contype = 'f'
         and f.relnamespace <> t.relnamespace
      """;

  private final JdbcClient owner = owner();

  @Test
  void every_table_belongs_to_a_workspace() {
    assertThat(owner.sql(TABLES).query(String.class).list()).hasSizeGreaterThan(10);
    assertThat(found(WITHOUT_WORKSPACE)).isEmpty();
  }

  @Test
  void every_table_is_under_forced_row_level_security() {
    assertThat(found(WITHOUT_FORCED_SECURITY)).containsExactlyInAnyOrderElementsOf(POINTERS);
  }

  @Test
  void every_policy_checks_what_is_read_and_what_is_written() {
    assertThat(found(WITHOUT_POLICY)).containsExactlyInAnyOrderElementsOf(POINTERS);
    assertThat(found(WITH_MORE_THAN_ONE_POLICY)).isEmpty();
  }

  @Test
  void every_key_begins_with_the_workspace() {
    assertThat(found(KEYS_WITHOUT_WORKSPACE_FIRST))
        .allMatch(key -> POINTERS.stream().anyMatch(key::startsWith));
    assertThat(found(UNIQUE_INDEXES_WITHOUT_WORKSPACE_FIRST))
        .allMatch(index -> POINTERS.stream().anyMatch(index::startsWith));
  }

  @Test
  void no_key_reaches_into_the_schema_of_another_module() {
    assertThat(found(KEYS_ACROSS_SCHEMAS)).isEmpty();
  }

  @Test
  void the_application_has_no_power_over_the_schema() {
    assertThat(found(POWERS_OF_THE_APPLICATION)).isEmpty();
  }

  @Test
  void a_table_that_was_forgotten_is_noticed() {
    var access = TestDatabase.access();
    var connection =
        new SingleConnectionDataSource(
            access.url(), access.owner().user(), access.owner().password(), true);
    connection.setAutoCommit(false);
    try {
      var jdbc = JdbcClient.create(connection);
      // Never committed: the next test does not see it.
      jdbc.sql("create table ledger.forgotten (id uuid primary key)").update();
      for (var rule :
          List.of(
              WITHOUT_WORKSPACE,
              WITHOUT_FORCED_SECURITY,
              WITHOUT_POLICY,
              KEYS_WITHOUT_WORKSPACE_FIRST,
              UNIQUE_INDEXES_WITHOUT_WORKSPACE_FIRST)) {
        assertThat(jdbc.sql(rule).query(String.class).list())
            .anyMatch(name -> name.contains("forgotten"));
      }
    } finally {
      connection.destroy();
    }
  }

  private List<String> found(String rule) {
    return owner.sql(rule).query(String.class).list();
  }

  private static JdbcClient owner() {
    var access = TestDatabase.access();
    return JdbcClient.create(
        new DriverManagerDataSource(
            access.url(), access.owner().user(), access.owner().password()));
  }
}
