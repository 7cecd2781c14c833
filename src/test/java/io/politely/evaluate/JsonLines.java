package io.politely.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file with one JSON object per line. */
public final class JsonLines {

  private JsonLines() {}

  /** All objects of the file, in order. */
  public static List<JsonNode> read(String file) throws IOException {
    var mapper = JsonMapper.shared();
    try (var lines = Files.lines(Path.of(file))) {
      return lines.filter(line -> !line.isBlank()).map(mapper::readTree).toList();
    }
  }
}
