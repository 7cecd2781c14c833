package io.politely.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.kernel.Edge;
import io.politely.mail.Mail;
import io.politely.mail.MessageId;
import io.politely.mail.MessageTexts;
import io.politely.people.Mentions;
import io.politely.testing.TestWorkspace;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Looks for a word in every row of every table of a workspace, whatever its columns are. */
@Edge
final class Remains {

  /** Every table with a column in which words can stand. */
  private static final String TABLES =
      """
      select distinct c.table_schema || '.' || c.table_name
        from information_schema.columns c
        join information_schema.tables t
          on t.table_schema = c.table_schema
         and t.table_name = c.table_name
         and t.table_type = 'BASE TABLE'
       where c.table_schema not in ('pg_catalog', 'information_schema', 'public', 'database')
         and (c.data_type in ('text', 'character varying', 'character', 'bytea', 'json', 'jsonb', 'tsvector', 'ARRAY')
           or c.udt_name in ('_text', '_varchar', 'citext', 'xml'))
       order by 1
      """;

  private final TestWorkspace workspace;
  private final Mail mail;
  private final String word;

  Remains(TestWorkspace workspace, Mail mail, String word) {
    this.workspace = workspace;
    this.mail = mail;
    this.word = word;
  }

  static List<String> tables(TestWorkspace workspace) {
    return workspace.call(() -> workspace.jdbc().sql(TABLES).query(String.class).list());
  }

  /** How many rows of each table have the word, as text, inside bytes, or packed. */
  Map<String, Integer> byTable(Mentions mentions) {
    var hits = new TreeMap<String, Integer>();
    for (var table : tables(workspace)) {
      int rows = rows(table);
      if (rows > 0) {
        hits.put(table, rows);
      }
    }
    int packed = packed(mentions);
    if (packed > 0) {
      hits.merge("mail.raw", packed, Integer::sum);
    }
    int spoilt = spoilt();
    if (spoilt > 0) {
      hits.merge("mail.quarantined", spoilt, Integer::sum);
    }
    return hits;
  }

  private int rows(String table) {
    if (table.endsWith("_pointer")) {
      return 0; // hashes only, outside of every workspace
    }
    return workspace.call(() ->
        workspace
            .jdbc()
            .sql(
                """
                select count(*)
                  from %s as r
                 where r.workspace_id = :workspace
                   and (r::text ilike :word or r::text ilike :bytes)
                """
                    .formatted(table))
            .param("workspace", workspace.id().value())
            .param("word", "%" + word + "%")
            // Bytes are shown in hexadecimal; the first letter may be a capital.
            .param("bytes", "%" + HexFormat.of().formatHex(word.substring(1).getBytes(UTF_8)) + "%")
            .query(Integer.class)
            .single());
  }

  private int packed(Mentions mentions) {
    return (int)
        workspace
            .call(() ->
                workspace
                    .jdbc()
                    .sql("select message_id from mail.raw where workspace_id = :workspace")
                    .param("workspace", workspace.id().value())
                    .query(UUID.class)
                    .list())
            .stream()
            .map(id -> mail.raw(workspace.id(), new MessageId(id)).orElseThrow())
            .filter(raw ->
                new String(raw, UTF_8).toLowerCase(java.util.Locale.ROOT).contains(word)
                    || MessageTexts.isNamedIn(raw, mentions))
            .count();
  }

  private int spoilt() {
    return (int)
        mail.quarantined(workspace.id(), 100).stream()
            .map(one -> mail.quarantinedBytes(workspace.id(), one.contentHash()).orElseThrow())
            .filter(raw -> new String(raw, UTF_8).toLowerCase(java.util.Locale.ROOT).contains(word))
            .count();
  }
}
