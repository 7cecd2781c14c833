package io.politely.archive;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.politely.kernel.WorkspaceId;
import java.io.InputStream;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Repository;

/**
 * Rows as JSON, of whatever tables there are. Statements are put together from names of the
 * catalogue, never from a file; everything else is a parameter.
 */
@Repository
class ArchiveStore {

  private static final int ROWS_AT_ONCE = 500;

  private static final String TABLES =
      """
      select n.nspname || '.' || c.relname as name,
             array(select a.attname::text
                     from pg_attribute a
                    where a.attrelid = c.oid
                      and a.attnum > 0
                      and not a.attisdropped
                      and a.attgenerated = ''
                      and a.attname <> 'workspace_id'
                    order by a.attnum) as columns,
             array(select a.attname::text
                     from pg_index i
                    cross join unnest(i.indkey::smallint[]) with ordinality as k (attnum, position)
                     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                    where i.indrelid = c.oid
                      and i.indisprimary
                      and a.attname <> 'workspace_id'
                    order by k.position) as keys,
             array(select distinct pn.nspname || '.' || pc.relname
                     from pg_constraint f
                     join pg_class pc on pc.oid = f.confrelid
                     join pg_namespace pn on pn.oid = pc.relnamespace
                    where f.conrelid = c.oid
                      and f.contype = 'f'
                      and f.confrelid <> c.oid
                    order by 1) as parents,
             array(select a.attname::text
                     from pg_attribute a
                    where a.attrelid = c.oid
                      and a.attidentity <> ''
                    order by a.attnum) as counters,
             exists (select 1
                       from pg_attribute a
                      where a.attrelid = c.oid
                        and a.atttypid = 'bytea'::regtype
                        and not a.attisdropped) as has_bytes
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r'
         and c.relrowsecurity
         and n.nspname not in ('pg_catalog', 'information_schema')
       order by 1
      """;

  /** One way to write times, bytes and numbers. */
  private static final List<String> PLAIN =
      List.of(
          "set local timezone = 'UTC'",
          "set local bytea_output = 'hex'",
          "set local intervalstyle = 'iso_8601'",
          "set local extra_float_digits = 1");

  /** The order of words is another one where the database has another language. */
  private static final String IN_ANY_DATABASE = ", \"%s\"::text collate \"C\"";

  private final JdbcClient jdbc;
  private final JdbcTemplate some;
  private final JdbcTemplate oneByOne;

  ArchiveStore(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    var pool = requireNonNull(template.getDataSource());
    this.some = new JdbcTemplate(pool);
    some.setFetchSize(ROWS_AT_ONCE);
    this.oneByOne = new JdbcTemplate(pool);
    oneByOne.setFetchSize(1);
  }

  /** Every table that rows of a workspace are in, by name. */
  List<ArchiveTable> tables() {
    return jdbc.sql(TABLES)
        .query((rs, _) ->
            new ArchiveTable(
                rs.getString("name"),
                texts(rs, "columns"),
                texts(rs, "keys"),
                texts(rs, "parents"),
                texts(rs, "counters"),
                rs.getBoolean("has_bytes")))
        .list();
  }

  /** From here on, in this transaction, the same rows are the same text. */
  void writePlainly() {
    PLAIN.forEach(setting -> jdbc.sql(setting).update());
  }

  /** Its rows, each a line of JSON, by primary key. To be closed. */
  Stream<String> rows(WorkspaceId workspace, ArchiveTable table) {
    var sql =
        """
        select row_to_json(r)::text as line
          from (select %s
                  from %s
                 where workspace_id = ?
                 order by workspace_id%s) r
        """
            .formatted(listed(table.columns()), table.name(), each(table.keys(), IN_ANY_DATABASE));
    // A row with bytes can have a hundred megabytes.
    return (table.hasBytes() ? oneByOne : some)
        .queryForStream(sql, (rs, _) -> rs.getString("line"), workspace.value());
  }

  /**
   * Adds rows.
   *
   * @param rows a JSON array of objects, in UTF-8
   * @param length of it, in bytes
   * @throws DataAccessException where one of them is none of this table
   */
  void put(WorkspaceId workspace, ArchiveTable table, InputStream rows, int length) {
    var columns = each(table.columns(), ", \"%s\"");
    var values = each(table.columns(), ", r.\"%s\"");
    var sql =
        """
        insert into %s (workspace_id%s) overriding system value
        select :workspace%s
          from json_populate_recordset(null::%s, convert_from(:rows, 'UTF8')::json) r
        """
            .formatted(table.name(), columns, values, table.name());
    jdbc.sql(sql)
        .param("workspace", workspace.value())
        .param("rows", new SqlBinaryValue(rows, length))
        .update();
  }

  /** Whatever the database counts goes on behind what was put. */
  void countOn(WorkspaceId workspace, ArchiveTable table) {
    for (var column : table.counters()) {
      var sequence = "pg_get_serial_sequence('%s', '%s')".formatted(table.name(), column);
      var sql =
          """
          select setval(%s, greatest(max("%s"), nextval(%s)))
            from %s
           where workspace_id = :workspace
          """
              .formatted(sequence, column, sequence, table.name());
      jdbc.sql(sql).param("workspace", workspace.value()).query(Long.class).optional();
    }
  }

  /** Whatever is checked at the commit is checked now. */
  void checkEverything() {
    jdbc.sql("set constraints all immediate").update();
  }

  /** Whatever can wait for the commit with being checked waits. */
  void waitWithChecks() {
    jdbc.sql("set constraints all deferred").update();
  }

  private static String listed(List<String> columns) {
    return columns.stream().map("\"%s\""::formatted).collect(joining(", "));
  }

  private static String each(List<String> columns, String form) {
    return columns.stream().map(form::formatted).collect(joining());
  }

  private static List<String> texts(ResultSet rs, String column) throws SQLException {
    Array array = rs.getArray(column);
    return List.of((String[]) array.getArray());
  }
}
