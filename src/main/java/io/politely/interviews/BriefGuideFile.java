package io.politely.interviews;

import io.politely.interviews.BriefGuide.Ask;
import io.politely.interviews.BriefGuide.Concern;
import io.politely.interviews.BriefGuide.Field;
import io.politely.interviews.BriefGuide.Likely;
import io.politely.interviews.BriefGuide.Minutes;
import io.politely.interviews.BriefGuide.Scope;
import io.politely.interviews.BriefGuide.Where;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a brief asks for from its dated file. */
@Component
class BriefGuideFile {

  private static final String NAME = "/policy/brief.json";

  private final BriefGuide guide = read();

  BriefGuide guide() {
    return guide;
  }

  private static BriefGuide read() {
    try (var in = BriefGuideFile.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException("Missing: " + NAME);
      }
      var file = JsonMapper.shared().readTree(in.readAllBytes());
      return new BriefGuide(
          all(file, "fields", node -> field(node, null)),
          all(file, "basics", node -> field(node, Scope.OWN)),
          all(
              file,
              "concerns",
              node ->
                  new Concern(
                      word(node, "key"),
                      word(node, "label"),
                      word(node, "thought"),
                      word(node, "answer"),
                      seats(node))),
          all(
              file,
              "likely",
              node ->
                  new Likely(
                      word(node, "question"),
                      kinds(node),
                      seats(node),
                      node.required("practise").asBoolean())),
          all(
              file,
              "ask",
              node ->
                  new Ask(word(node, "question"), word(node, "follow"), kinds(node), seats(node))),
          all(
              file,
              "plan",
              node -> new Minutes(node.required("minutes").asInt(), word(node, "what"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> List<T> all(JsonNode file, String name, Function<JsonNode, T> read) {
    return file.required(name).valueStream().map(read).toList();
  }

  /** The two basic questions name no scope: their answers are the user's own. */
  private static Field field(JsonNode node, @Nullable Scope always) {
    return new Field(
        word(node, "key"),
        always != null
            ? always
            : Scope.of(word(node, "scope"))
                .orElseThrow(() -> new IllegalStateException("No scope: " + node)),
        always != null ? Where.BASICS : Where.valueOf(word(node, "part").toUpperCase(Locale.ROOT)),
        word(node, "label"),
        node.path("hint").asString(""),
        node.path("ask").asString(""),
        node.path("follow").asString(""),
        seats(node));
  }

  private static Set<Seat> seats(JsonNode node) {
    return node.required("seats")
        .valueStream()
        .map(it ->
            Seat.of(it.asString()).orElseThrow(() -> new IllegalStateException("No seat: " + it)))
        .collect(Collectors.toSet());
  }

  private static Set<InterviewKind> kinds(JsonNode node) {
    return node.required("kinds")
        .valueStream()
        .map(it ->
            InterviewKind.of(it.asString())
                .orElseThrow(() -> new IllegalStateException("No kind: " + it)))
        .collect(Collectors.toSet());
  }

  private static String word(JsonNode node, String name) {
    return node.required(name).asString();
  }
}
