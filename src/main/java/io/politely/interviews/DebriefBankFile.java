package io.politely.interviews;

import io.politely.interviews.DebriefBank.AnswerKind;
import io.politely.interviews.DebriefBank.Condition;
import io.politely.interviews.DebriefBank.Evidence;
import io.politely.interviews.DebriefBank.Gate;
import io.politely.interviews.DebriefBank.OfClient;
import io.politely.interviews.DebriefBank.Part;
import io.politely.interviews.DebriefBank.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what is asked after a meeting from its dated, sourced file, and refuses one with faults.
 */
@Component
class DebriefBankFile {

  private static final String NAME = "/policy/debrief.json";

  private final DebriefBank bank = shipped();

  DebriefBank bank() {
    return bank;
  }

  private static DebriefBank shipped() {
    try (var in = DebriefBankFile.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException(NAME + " is missing");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a bank.
   *
   * @throws IllegalStateException if it has faults, with all of them
   */
  static DebriefBank read(InputStream in) {
    var file = JsonMapper.shared().readTree(in);
    var gate = file.required("gate");
    var evidence = new LinkedHashMap<String, Evidence>();
    file.required("evidence")
        .properties()
        .forEach(it ->
            evidence.put(
                it.getKey(),
                new Evidence(
                    it.getValue().required("says").asString(),
                    it.getValue().required("strength").asString())));
    var bank =
        new DebriefBank(
            file.required("dated").asString(),
            new Gate(condition(gate), gate.required("besides").asString()),
            evidence,
            file.required("parts").valueStream().map(DebriefBankFile::part).toList(),
            file.required("questions").valueStream().map(DebriefBankFile::question).toList(),
            file.required("client").valueStream().map(DebriefBankFile::ofClient).toList());
    var problems = bank.problems();
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join(" ", problems));
    }
    return bank;
  }

  private static Part part(JsonNode node) {
    return new Part(
        node.required("key").asString(),
        node.required("title").asString(),
        words(node.required("evidence")));
  }

  private static Question question(JsonNode node) {
    return new Question(
        node.required("key").asString(),
        node.required("part").asString(),
        kind(node),
        texts(node),
        node.path("short").asBoolean(false),
        node.path("each").asBoolean(false),
        node.has("when") ? condition(node.required("when")) : null,
        words(node.get("options")),
        node.path("feeds").asString(""),
        node.path("hint").asString(""));
  }

  /** One text for all seats, but where a seat has its own. */
  private static Map<Seat, String> texts(JsonNode node) {
    var seats = words(node.get("seats"));
    var texts = new EnumMap<Seat, String>(Seat.class);
    for (var seat : Seat.values()) {
      if (seats.isEmpty() || seats.contains(seat.word())) {
        texts.put(seat, node.path(seat.word()).asString(node.required("text").asString()));
      }
    }
    return texts;
  }

  private static OfClient ofClient(JsonNode node) {
    return new OfClient(
        node.required("key").asString(),
        kind(node),
        node.required("text").asString(),
        node.required("beside").asString(),
        words(node.get("options")));
  }

  private static AnswerKind kind(JsonNode node) {
    var word = node.required("kind").asString();
    return AnswerKind.of(word)
        .orElseThrow(() ->
            new IllegalStateException(
                "%s is answered by %s, which is no kind of answer."
                    .formatted(node.required("key").asString(), word)));
  }

  private static Condition condition(JsonNode node) {
    return new Condition(node.required("question").asString(), words(node.required("is")));
  }

  private static List<String> words(@Nullable JsonNode list) {
    return list == null ? List.of() : list.valueStream().map(JsonNode::asString).toList();
  }
}
