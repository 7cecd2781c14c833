package io.politely.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs programs and waits for them. */
final class Commands {

  private Commands() {}

  /** How a run ended. */
  record Ended(int exitCode, String output, double seconds) {}

  static Ended run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    var process = builder.start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    return new Ended(exitCode, output, (System.nanoTime() - start) / 1e9);
  }

  /** {@code ./politely try PATHS… --no-serve --format json}: the object that it prints. */
  static JsonNode attempt(List<Path> mailboxes, String... more)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("./politely", "try"));
    mailboxes.forEach(path -> command.add(path.toString()));
    command.addAll(List.of("--no-serve", "--format", "json"));
    command.addAll(List.of(more));
    var ended = run(Map.of(), command.toArray(String[]::new));
    if (ended.exitCode() != 0) {
      throw new IllegalStateException("politely try ended with " + ended.exitCode());
    }
    return JsonMapper.shared().readTree(ended.output());
  }

  static Path temporaryDirectory(String name) throws IOException {
    return Files.createTempDirectory("politely-bench-" + name);
  }
}
