package io.politely;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the SQL in the stores must not say; found in the sources, where people will read it. */
@Edge
class StatementsTest {

  private static final Path SOURCES = Path.of("src/main/java/io/politely");

  private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\\R(.*?)\"\"\"", Pattern.DOTALL);
  private static final Pattern STATEMENT =
      Pattern.compile(
          "^\\s*(select|insert into|update|delete from|with)\\b", Pattern.CASE_INSENSITIVE);

  /** A function is what a module offers to the statements of others; its tables are its own. */
  private static final Pattern RELATION =
      Pattern.compile(
          "\\b(?:from|join|into|update|using)\\s+(?:only\\s+)?([a-z_]+)\\.[a-z_]++(?!\\()",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EVERYTHING =
      Pattern.compile("select\\s+(?:[a-z_]+\\.)?\\*", Pattern.CASE_INSENSITIVE);
  private static final Pattern KEYWORD =
      Pattern.compile("\\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN)\\b");

  @Test
  void every_statement_keeps_the_rules() throws IOException {
    var faults = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (var file : files.filter(path -> path.toString().endsWith("Store.java")).toList()) {
        faults.addAll(faults(module(file), file.getFileName().toString(), Files.readString(file)));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void broken_rules_are_noticed() {
    assertThat(faultsOf("select * from mail.message where workspace_id = :workspace")).hasSize(1);
    assertThat(faultsOf("select name from people.person where workspace_id = :workspace"))
        .hasSize(1);
    assertThat(
            faultsOf(
                "select it.name from people.named(:workspace) as it where workspace_id ="
                    + " :workspace"))
        .isEmpty();
    assertThat(faultsOf("select sent_at from mail.message where message_id = :id")).hasSize(1);
    assertThat(faultsOf("SELECT sent_at FROM mail.message where workspace_id = :workspace"))
        .hasSize(1);
    assertThat(
            faultsOf(
                "select sent_at at time zone 'UTC' from mail.message where workspace_id ="
                    + " :workspace"))
        .hasSize(1);
    assertThat(faultsOf("select sent_at from mail.message where workspace_id = :workspace"))
        .isEmpty();
  }

  private static List<String> faultsOf(String sql) {
    return faults("mail", "MailStore", "String SQL = \"\"\"\n  " + sql + "\n  \"\"\";");
  }

  private static List<String> faults(String module, String file, String source) {
    return TEXT_BLOCK
        .matcher(source)
        .results()
        .map(block -> block.group(1))
        .filter(block -> STATEMENT.matcher(block).find())
        .flatMap(
            sql -> faultsIn(module, sql).map(fault -> "%s: %s in%n%s".formatted(file, fault, sql)))
        .toList();
  }

  private static Stream<String> faultsIn(String module, String sql) {
    var faults = Stream.<String>builder();
    if (EVERYTHING.matcher(sql).find()) {
      faults.add("select *");
    }
    if (KEYWORD.matcher(sql).find()) {
      faults.add("an upper-case keyword");
    }
    if (sql.toLowerCase(Locale.ROOT).contains("at time zone")) {
      faults.add("\"at time zone\": Java computes with zones");
    }
    if (!sql.contains("workspace_id") && !sql.contains("_pointer")) {
      faults.add("no workspace_id");
    }
    RELATION
        .matcher(sql)
        .results()
        // A word before a dot may also be an alias: a schema is named after a module.
        .map(relation -> relation.group(1))
        .filter(schema -> !schema.equals(module) && Files.isDirectory(SOURCES.resolve(schema)))
        .distinct()
        .forEach(schema -> faults.add("a table of " + schema));
    return faults.build();
  }

  /** The module of a file: the directory below the root package. */
  private static String module(Path file) {
    return SOURCES.relativize(file).getName(0).toString();
  }
}
