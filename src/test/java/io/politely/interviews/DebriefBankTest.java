package io.politely.interviews;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.politely.interviews.DebriefBank.Question;
import io.politely.kernel.Edge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Edge
class DebriefBankTest {

  private static final Path FILE = Path.of("src/main/resources/policy/debrief.json");

  private final DebriefBank bank = new DebriefBankFile().bank();

  @Test
  void the_shipped_bank_has_no_fault() {
    assertThat(bank.problems()).isEmpty();
    assertThat(bank.questions()).hasSizeGreaterThanOrEqualTo(DebriefBank.LEAST);
    assertThat(bank.dated()).matches("\\d{4}-\\d\\d-\\d\\d");
  }

  @ParameterizedTest
  @EnumSource(Seat.class)
  void every_seat_has_a_whole_bank_that_ends_with_the_one_question(Seat seat) {
    var questions = bank.of(seat);

    assertThat(questions).hasSizeGreaterThanOrEqualTo(120);
    assertThat(questions.getLast().key()).isEqualTo(DebriefBank.LAST);
    assertThat(questions.stream().filter(it -> it.isShort() && it.when() == null).count())
        .isLessThanOrEqualTo(DebriefBank.MOST_SHORT + 1L);
  }

  @Test
  void a_recruiter_asks_the_candidate_the_one_question_in_its_words() {
    assertThat(bank.question(DebriefBank.LAST).orElseThrow().text(Seat.RECRUITER, ""))
        .isEqualTo("Are you still interested, and if it meets your salary, would you accept?");
  }

  @Test
  void every_part_names_what_it_rests_on() {
    assertThat(bank.parts())
        .allSatisfy(part ->
            assertThat(part.evidence()).isNotEmpty().allMatch(bank.evidence()::containsKey));
    assertThat(bank.questions().stream().map(Question::part).distinct())
        .containsExactlyElementsOf(bank.parts().stream().map(DebriefBank.Part::key).toList());
  }

  @Test
  void questions_differ() {
    var texts =
        bank.questions().stream()
            .map(it -> it.text(Seat.SEEKER, "Dana"))
            .filter(it ->
                !it.isEmpty() && !List.of("Why?", "What did you say?", "What was it?").contains(it))
            .toList();

    assertThat(texts).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"question\": \"arrival.link\"|\"question\": \"arrival.lnik\"|not asked before it",
        "\"key\": \"arrival.link\"|\"key\": \"arrival.time\"|is there twice",
        "\"question\": \"arrival.early\"|\"question\": \"arrival.late-why\"|depends on itself",
        "\"is\": [\"Late\"]|\"is\": [\"Later\"]|never answers",
        "\"kind\": \"minutes\"|\"kind\": \"hours\"|no kind of answer",
        "\"beside\": \"landed.best\"|\"beside\": \"landed.nothing\"|which is none"
      })
  void a_fault_stops_the_program(String right, String wrong, String told) throws IOException {
    var file = Files.readString(FILE);
    assertThat(file).contains(right);

    var broken = file.replace(right, wrong).getBytes(UTF_8);

    assertThatThrownBy(() -> DebriefBankFile.read(new ByteArrayInputStream(broken)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(told);
  }

  @Test
  void a_bank_that_is_too_small_is_none() throws IOException {
    var lines = Files.readString(FILE).lines().toList();
    var first = lines.stream().filter(it -> it.contains("\"arrival.state\"")).findFirst();
    var few =
        lines.stream()
            .filter(it ->
                !it.contains("\"part\": \"asked\"")
                    && !it.contains("\"part\": \"money\"")
                    && !it.contains("\"part\": \"people\"")
                    && !it.contains("\"part\": \"concerns\""))
            .toList();
    assertThat(first).isPresent();

    assertThatThrownBy(() ->
            DebriefBankFile.read(new ByteArrayInputStream(String.join("\n", few).getBytes(UTF_8))))
        .hasMessageContaining("are wanted");
  }

  @Test
  void what_the_client_is_asked_stands_beside_what_the_candidate_told() {
    assertThat(bank.client())
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(it -> assertThat(bank.question(it.beside())).isPresent());
    assertThat(Objects.requireNonNull(bank.client().getFirst()).beside())
        .isEqualTo(DebriefBank.LAST);
  }
}
