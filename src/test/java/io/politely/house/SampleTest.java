package io.politely.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the demo and other tests rely on in the sample mailbox. */
class SampleTest {

  private static final Path SAMPLE = Path.of("sample");
  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@([\\w-]+(?:\\.[\\w-]+)+)");
  private static final Pattern RESERVED =
      Pattern.compile("(?:.+\\.)?(?:example|example\\.com|example\\.net|example\\.org)");
  private static final Pattern DATE =
      Pattern.compile("^Date: (.+ [+-]\\d{4})\\s*$", Pattern.MULTILINE);

  @Test
  void everybody_lives_under_a_reserved_domain() throws IOException {
    var others = new TreeSet<String>();
    for (var file : files()) {
      ADDRESS
          .matcher(read(file))
          .results()
          .map(address -> address.group(1))
          .filter(domain -> !RESERVED.matcher(domain).matches())
          .forEach(others::add);
    }
    assertThat(others).isEmpty();
  }

  @Test
  void half_a_year_of_mail_ends_on_the_day_of_the_anchor() throws IOException {
    var anchor = anchor();
    var dates =
        mail().stream()
            .flatMap(text -> DATE.matcher(text).results())
            .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.group(1).strip()))
            .map(date -> ZonedDateTime.from(date).toInstant())
            .sorted()
            .toList();
    assertThat(dates).hasSizeGreaterThan(300);
    assertThat(dates.getLast()).isBetween(anchor.minus(Duration.ofHours(12)), anchor);
    assertThat(Duration.between(dates.getFirst(), anchor)).isGreaterThan(Duration.ofDays(175));
  }

  @Test
  void every_move_that_a_person_read_from_it_has_a_label_and_a_conversation() throws IOException {
    var everything = String.join("\n", mail()).replaceAll("\\s+", " ");
    var rows = Files.readAllLines(SAMPLE.resolve("moves.tsv"));
    for (var row : rows.subList(1, rows.size())) {
      var cells = List.of(row.split("\t", -1));
      assertThat(cells).as(row).hasSize(4).noneMatch(String::isBlank);
      assertThat(cells.getFirst())
          .isIn("ours", "theirs", "scheduled", "nobodys", "closed", "unsure");
      assertThat(everything).contains(cells.get(1)).contains(cells.get(2));
    }
  }

  @Test
  void it_is_small_enough_to_be_cloned_by_everybody() throws IOException {
    long bytes = 0;
    for (var file : files()) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(1_500_000);
  }

  private static Instant anchor() throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(read(SAMPLE.resolve("sample.properties"))));
    return Instant.parse(properties.getProperty("anchor"));
  }

  private static List<String> mail() throws IOException {
    try (var files = Files.walk(SAMPLE.resolve("mailbox"))) {
      return files.filter(Files::isRegularFile).sorted().map(SampleTest::read).toList();
    }
  }

  private static List<Path> files() throws IOException {
    try (var files = Files.walk(SAMPLE)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String read(Path file) {
    try {
      var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      // Quoted-printable breaks its lines in the middle of a word.
      return text.replaceAll("=\\r?\\n", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
