package io.politely.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Repeats what the fuzzer once found, and the inputs that it starts from, without its agent. */
class ReadingFuzzTest {

  private static final Path INPUTS =
      Path.of("src/test/resources/io/politely/reading/ReadingFuzzInputs");

  private final ReadingFuzz fuzz = new ReadingFuzz();

  static List<Path> zones() throws IOException {
    return inputs("zones");
  }

  static List<Path> kind() throws IOException {
    return inputs("kind");
  }

  @ParameterizedTest
  @MethodSource
  void zones(Path input) throws IOException {
    fuzz.zones(Files.readAllBytes(input));
  }

  @ParameterizedTest
  @MethodSource
  void kind(Path input) throws IOException {
    fuzz.kind(Files.readAllBytes(input));
  }

  private static List<Path> inputs(String target) throws IOException {
    try (var files = Files.list(INPUTS.resolve(target))) {
      return files.sorted().toList();
    }
  }
}
