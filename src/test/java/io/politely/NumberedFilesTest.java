package io.politely;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Decision records and migrations form a line each: numbered from 1, no gap, no number twice. */
@Edge
class NumberedFilesTest {

  private static final Pattern RECORD = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
  private static final Pattern MIGRATION = Pattern.compile("V(\\d{4})__[a-z]+_[a-z0-9_]+\\.sql");

  @Test
  void decision_records_form_a_line() throws IOException {
    assertThat(faults(names("docs/decisions"), RECORD)).isEmpty();
  }

  @Test
  void migrations_form_a_line() throws IOException {
    assertThat(faults(names("src/main/resources/db/migration"), MIGRATION)).isEmpty();
  }

  @Test
  void a_number_twice_a_gap_and_a_wrong_name_are_noticed() {
    assertThat(faults(List.of("0001-one.md", "0001-other.md"), RECORD)).isNotEmpty();
    assertThat(faults(List.of("0001-one.md", "0003-three.md"), RECORD)).isNotEmpty();
    assertThat(faults(List.of("0001_One.md"), RECORD)).isNotEmpty();
  }

  private static List<String> faults(List<String> names, Pattern pattern) {
    return IntStream.range(0, names.size())
        .filter(index -> {
          var name = pattern.matcher(names.get(index));
          return !name.matches() || Integer.parseInt(name.group(1)) != index + 1;
        })
        .mapToObj(names::get)
        .toList();
  }

  private static List<String> names(String directory) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(directory))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
