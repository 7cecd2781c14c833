package io.politely.cadence.web;

import io.politely.cadence.web.PolicyPage.Owed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we owe others, from its dated file. */
@Component
class OwedFile {

  private static final String NAME = "/policy/owed.json";

  private final List<Owed> debts = read();

  List<Owed> debts() {
    return debts;
  }

  private static List<Owed> read() {
    try (var in = OwedFile.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException("Missing: " + NAME);
      }
      return JsonMapper.shared()
          .readTree(in.readAllBytes())
          .required("debts")
          .valueStream()
          .map(OwedFile::owed)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Owed owed(JsonNode node) {
    return new Owed(
        word(node, "row"),
        word(node, "debt"),
        word(node, "within"),
        word(node, "holds"),
        word(node, "where"),
        word(node, "path"),
        word(node, "says"),
        word(node, "strength"));
  }

  private static String word(JsonNode node, String name) {
    return node.required(name).asString();
  }
}
