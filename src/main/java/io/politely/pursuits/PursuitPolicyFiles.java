package io.politely.pursuits;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.politely.pursuits.ReasonRules.Empty;
import io.politely.pursuits.ReasonRules.Trait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the module knows from dated, sourced files: numbers, stages and phrases. */
@Component
class PursuitPolicyFiles {

  private final JsonNode outcomes = read("/policy/outcomes.json");
  private final JsonNode stages = read("/policy/stages.json");
  private final ReasonRules reasons = reasons(read("/policy/reasons.json"));

  /**
   * When outcomes are owed.
   *
   * @param law the word of a law that was turned on, or ""
   */
  OutcomePolicy outcomes(ZoneId zone, String law) {
    return new OutcomePolicy(
        days("application"),
        days("interview"),
        days("badNews"),
        days("badNewsToFinalists"),
        days("connector"),
        days("cameBack"),
        law(law).orElse(null),
        zone);
  }

  /** The law that a word stands for. */
  Optional<OutcomePolicy.Law> law(String word) {
    var law = outcomes.required("law").get(word);
    return Optional.ofNullable(law)
        .map(it ->
            new OutcomePolicy.Law(
                it.required("name").asString(),
                it.required("calendarDaysAfterLastInterview").asInt()));
  }

  /** The names of the laws that can be turned on, by their words. */
  Map<String, String> laws() {
    var laws = new TreeMap<String, String>();
    outcomes
        .required("law")
        .properties()
        .forEach(law ->
            laws.put(
                law.getKey(),
                "%s: %d days after the last interview"
                    .formatted(
                        law.getValue().required("name").asString(),
                        law.getValue().required("calendarDaysAfterLastInterview").asInt())));
    return laws;
  }

  /** The stages that a kind begins with. */
  List<Stage> stages(PursuitKind kind) {
    return stages(stages.required("kinds").required(kind.word()));
  }

  /** The stages of a candidate in a search. */
  List<Stage> candidateStages() {
    return stages(stages.required("candidate"));
  }

  /** Stages in which somebody has come far. */
  Set<String> lateStages() {
    return stages
        .required("late")
        .valueStream()
        .map(JsonNode::asString)
        .collect(toUnmodifiableSet());
  }

  /** How to read what a posting asks for. */
  PostingRules postings() {
    return new PostingRules(
        read("/policy/postings.json")
            .required("headings")
            .valueStream()
            .map(JsonNode::asString)
            .collect(toUnmodifiableSet()));
  }

  /** Which reasons can be told. */
  ReasonRules reasons() {
    return reasons;
  }

  private int days(String number) {
    return outcomes.required("numbers").required(number).required("value").asInt();
  }

  private static List<Stage> stages(JsonNode list) {
    return list.valueStream()
        .map(stage -> new Stage(stage.required(0).asString(), stage.required(1).asString()))
        .toList();
  }

  private static ReasonRules reasons(JsonNode file) {
    return new ReasonRules(
        file.required("empty")
            .valueStream()
            .map(it -> new Empty(words(it), it.required("instead").asString()))
            .toList(),
        file.required("protected")
            .valueStream()
            .map(it -> new Trait(it.required("trait").asString(), words(it)))
            .toList());
  }

  private static List<String> words(JsonNode entry) {
    return entry.required("phrases").valueStream().map(JsonNode::asString).toList();
  }

  private static JsonNode read(String name) {
    try (var in = PursuitPolicyFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + name);
      }
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
