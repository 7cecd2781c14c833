package io.politely.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader of the documents trips over. */
class DocumentsTest {

  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final Path DECISIONS = HOME.resolve("docs/decisions");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern DECISION = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");

  @Test
  void every_link_leads_somewhere() throws IOException {
    var broken = new ArrayList<String>();
    for (var document : documents()) {
      for (var link : linksIn(document)) {
        if (!leadsSomewhere(document, link)) {
          broken.add(HOME.relativize(document) + " -> " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void every_decision_has_a_number_of_its_own_and_a_status() throws IOException {
    var numbers = new ArrayList<String>();
    for (var record : markdownIn(DECISIONS)) {
      var name = DECISION.matcher(record.getFileName().toString());
      assertThat(name.matches()).as("%s is called NNNN-name.md", record).isTrue();
      numbers.add(name.group(1));
      assertThat(Files.readString(record))
          .startsWith("# " + Integer.parseInt(name.group(1)) + ". ")
          .contains("\nStatus: ")
          .contains("**Decision.**");
    }
    assertThat(numbers).doesNotHaveDuplicates();
  }

  private static boolean leadsSomewhere(Path document, String link) throws IOException {
    // Pictures are taken by the browser tests, which come after this one in a fresh checkout.
    if (link.startsWith("https://") || link.contains("images/")) {
      return true;
    }
    int hash = link.indexOf('#');
    var path = hash < 0 ? link : link.substring(0, hash);
    var folder = document.resolveSibling(path).normalize();
    var target = path.isEmpty() ? document : folder;
    return Files.exists(target) && (hash < 0 || hasHeading(target, link.substring(hash + 1)));
  }

  /** A heading's anchor as GitHub makes it: lower case, no punctuation, hyphens for spaces. */
  private static boolean hasHeading(Path document, String anchor) throws IOException {
    return HEADING
        .matcher(Files.readString(document))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'))
        .anyMatch(anchor::equals);
  }

  private static List<String> linksIn(Path document) throws IOException {
    return LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)).toList();
  }

  private static List<Path> documents() throws IOException {
    var documents = new ArrayList<Path>();
    try (var top = Files.list(HOME)) {
      top.filter(DocumentsTest::isMarkdown).forEach(documents::add);
    }
    documents.addAll(markdownIn(HOME.resolve("docs")));
    documents.addAll(markdownIn(HOME.resolve("sample")));
    return documents;
  }

  private static List<Path> markdownIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(DocumentsTest::isMarkdown).sorted().toList();
    }
  }

  private static boolean isMarkdown(Path file) {
    return file.toString().endsWith(".md");
  }
}
