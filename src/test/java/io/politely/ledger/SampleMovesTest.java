package io.politely.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The moves that a person read from the sample mailbox, compared with those that the ledger has.
 */
@Served
class SampleMovesTest {

  private static final Instant NOW = Instant.parse(SampleWorkspace.PRESENT);

  /** Raise it with the rules; what is left is printed by the test. */
  private static final int AGREED = 47;

  @Autowired private Ledger ledger;
  @Autowired private SampleWorkspace sample;

  private record Row(String label, String with, String subject, String why) {

    static Row of(String line) {
      var cells = List.of(line.split("\t", -1));
      return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
    }
  }

  @Test
  void the_ledger_reads_the_sample_as_a_person_does() throws IOException {
    var matters =
        ledger.newest(sample.robin().workspace(), null, Optional.empty(), NOW, 1_000).items();
    var lines = Files.readAllLines(Path.of("sample", "moves.tsv"));
    var rows = lines.stream().skip(1).map(Row::of).toList();
    var disagreements = new ArrayList<String>();
    for (var row : rows) {
      var found = find(row, matters);
      if (found == null || !row.label().equals(MoveLabel.of(found.move()).word())) {
        disagreements.add(disagreement(row, found));
      }
    }
    disagreements.forEach(System.out::println);
    System.out.printf(
        "The ledger agrees with %d of %d.%n", rows.size() - disagreements.size(), rows.size());

    assertThat(rows.size() - disagreements.size()).isGreaterThanOrEqualTo(AGREED);
  }

  private static @Nullable Matter find(Row row, List<Matter> matters) {
    var called =
        matters.stream().filter(it -> bare(it.subject()).equals(bare(row.subject()))).toList();
    return called.stream()
        .filter(it -> it.move().with().filter(with -> with.value().equals(row.with())).isPresent())
        .findFirst()
        .orElse(called.size() == 1 ? called.getFirst() : null);
  }

  private static String bare(String subject) {
    return subject.replaceFirst("^(?i)(re|aw|fwd): ", "");
  }

  private static String disagreement(Row row, @Nullable Matter found) {
    var person = "%s: %s with %s (%s)".formatted(row.subject(), row.label(), row.with(), row.why());
    return found == null
        ? person + ", but there is no such conversation"
        : "%s, but read as %s (%.2f): %s %s"
            .formatted(
                person,
                MoveLabel.of(found.move()).word(),
                found.move().confidence(),
                found.move().reason(),
                found.move().evidence());
  }
}
