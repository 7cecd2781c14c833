package io.politely.wording;

import io.politely.wording.Remark.Evidence;
import io.politely.wording.Remark.Weight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges how a letter of ours would reach its reader. Policy and phrases come from dated, sourced
 * files; everything else is pure: the same letter is always judged the same.
 */
@Component
public class Wording {

  private final WordingRules rules =
      new WordingRules(
          policy(JsonMapper.shared().readTree(text("/policy/wording.json"))),
          PhraseBook.of(text("/policy/phrases.txt")));

  /** What a letter asks and brings, how it would be taken, and what to change. */
  public Judgement judge(Writing writing, Circumstances circumstances) {
    return rules.judge(writing, circumstances);
  }

  private static WordingPolicy policy(JsonNode file) {
    var limits = new HashMap<String, Integer>();
    file.required("limits")
        .properties()
        .forEach(limit -> limits.put(limit.getKey(), limit.getValue().required("value").asInt()));
    var weights = new HashMap<String, Double>();
    file.required("weights")
        .properties()
        .forEach(weight -> weights.put(weight.getKey(), weight.getValue().asDouble()));
    var remarks = new EnumMap<RemarkKind, Remark>(RemarkKind.class);
    file.required("remarks")
        .properties()
        .forEach(it -> {
          var kind = RemarkKind.valueOf(it.getKey());
          remarks.put(kind, remark(kind, it.getValue(), file.required("evidence")));
        });
    return new WordingPolicy(
        limits,
        weights,
        file.required("borderlineFrom").asDouble(),
        file.required("pushyFrom").asDouble(),
        remarks);
  }

  private static Remark remark(RemarkKind kind, JsonNode file, JsonNode evidence) {
    var rests =
        file.required("evidence")
            .valueStream()
            .map(JsonNode::asString)
            .map(id -> evidence(id, evidence.required(id)))
            .toList();
    var weight = Weight.valueOf(file.required("weight").asString().toUpperCase(Locale.ROOT));
    return new Remark(kind, file.required("says").asString(), "", weight, rests);
  }

  private static Evidence evidence(String id, JsonNode file) {
    return new Evidence(id, file.required("says").asString(), file.required("strength").asString());
  }

  private static String text(String name) {
    try (InputStream in = Wording.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
