package io.politely.cadence;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.politely.cadence.CadencePolicy.Evidence;
import io.politely.cadence.Situation.Closure;
import io.politely.cadence.Situation.Step;
import io.politely.pursuits.PursuitKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the policy from its dated, sourced file, and puts in what the user changed. */
@Component
class CadencePolicyFile {

  private static final String NAME = "/policy/cadences.json";

  /** The longest wait that a user can set, in business days: about half a year. */
  private static final int LONGEST_GAP = 120;

  private static final int LONGEST_ASK = 60;

  private final JsonNode file = read();
  private final List<Setting> numbers = settings();
  private final CadencePolicy shipped = with(Map.of());

  /**
   * A number of the policy that a user may change.
   *
   * @param key its name: {@code caps.gap}, {@code S1.touches.2.gap}
   * @param least the smallest that the hard caps allow
   */
  record Setting(
      String key, String title, int shipped, int least, int most, List<String> evidence) {

    Setting {
      evidence = List.copyOf(evidence);
    }

    boolean allows(int value) {
      return value >= least && value <= most;
    }

    /** What it is with these changes. */
    int in(Map<String, Integer> changes) {
      var changed = changes.get(key);
      return changed != null && allows(changed) ? changed : shipped;
    }
  }

  /**
   * The policy with changes.
   *
   * @param changes by key; those that are no number of the policy, or beyond its caps, are left out
   */
  CadencePolicy policy(Map<String, Integer> changes) {
    return changes.isEmpty() ? shipped : with(changes);
  }

  private CadencePolicy with(Map<String, Integer> changes) {
    var values = new LinkedHashMap<String, Integer>();
    numbers.forEach(number -> values.put(number.key(), number.in(changes)));
    var situations = new LinkedHashMap<String, Situation>();
    for (var node : file.required("situations")) {
      var situation = situation(node, values);
      situations.put(situation.row(), situation);
    }
    var evidence = new LinkedHashMap<String, Evidence>();
    file.required("evidence")
        .properties()
        .forEach(it ->
            evidence.put(
                it.getKey(),
                new Evidence(
                    it.getKey(),
                    it.getValue().required("says").asString(),
                    it.getValue().required("strength").asString())));
    return new CadencePolicy(
        file.required("dated").asString(),
        caps(values),
        file.required("preferredDays")
            .valueStream()
            .map(day -> DayOfWeek.valueOf(day.asString()))
            .collect(toUnmodifiableSet()),
        file.required("bestHour").asInt(),
        file.required("defaultNotNow").asInt(),
        situations,
        evidence);
  }

  /** All numbers that a user may change, in the order of the file. */
  List<Setting> numbers() {
    return numbers;
  }

  private List<Setting> settings() {
    var caps =
        file.required("caps").properties().stream()
            .map(it ->
                new Setting(
                    "caps." + it.getKey(),
                    it.getValue().required("title").asString(),
                    it.getValue().required("value").asInt(),
                    it.getValue().required("least").asInt(),
                    it.getValue().required("most").asInt(),
                    words(it.getValue().required("evidence"))));
    return Stream.concat(caps, file.required("situations").valueStream().flatMap(this::numbersOf))
        .toList();
  }

  Optional<Setting> number(String key) {
    return numbers.stream().filter(it -> it.key().equals(key)).findFirst();
  }

  private Stream<Setting> numbersOf(JsonNode situation) {
    var row = situation.required("row").asString();
    var evidence = words(situation.required("evidence"));
    int capGap = file.required("caps").required("gap").required("value").asInt();
    var numbers = new ArrayList<Setting>();
    var touches = situation.required("touches");
    int position = 1;
    for (var touch : touches) {
      var name = row + ".touches." + position;
      int gap = touch.required("gap").asInt();
      if (gap > 0) {
        numbers.add(
            new Setting(
                name + ".gap",
                position == 1
                    ? "Touch 1: business days after the event"
                    : "Touch %d: business days after the one before".formatted(position),
                gap,
                Math.min(gap, capGap),
                LONGEST_GAP,
                evidence));
      }
      numbers.add(
          new Setting(
              name + ".ask",
              "Touch %d: minutes that it asks at most".formatted(position),
              touch.required("ask").asInt(),
              0,
              LONGEST_ASK,
              evidence));
      position++;
    }
    numbers.add(
        new Setting(row + ".most", "Touches at most", touches.size(), 1, touches.size(), evidence));
    var closure = situation.required("closure");
    numbers.add(
        new Setting(
            row + ".closure",
            "Business days from the last touch until silence is an answer",
            closure.required("after").asInt(),
            capGap,
            LONGEST_GAP,
            evidence));
    return numbers.stream();
  }

  private static Situation situation(JsonNode node, Map<String, Integer> numbers) {
    var row = node.required("row").asString();
    var steps = new ArrayList<Step>();
    int position = 1;
    for (var touch : node.required("touches")) {
      if (position <= numbers.getOrDefault(row + ".most", Integer.MAX_VALUE)) {
        var name = row + ".touches." + position;
        steps.add(
            new Step(
                numbers.getOrDefault(name + ".gap", 0),
                optional(touch, "afterPromise"),
                touch
                    .required("channels")
                    .valueStream()
                    .map(it -> Channel.of(it.asString()).orElseThrow())
                    .toList(),
                numbers.getOrDefault(name + ".ask", 0),
                touch.required("value").asBoolean()));
      }
      position++;
    }
    var closure = node.required("closure");
    return new Situation(
        row,
        node.required("title").asString(),
        node.required("for")
            .valueStream()
            .map(it -> PursuitKind.of(it.asString()).orElseThrow())
            .collect(toUnmodifiableSet()),
        node.required("begins").asString().equals("event"),
        node.required("event").asString(),
        node.required("says").asString(),
        steps,
        node.has("mostToTop") ? node.required("mostToTop").asInt() : steps.size(),
        numbers.getOrDefault(row + ".closure", 0),
        Closure.of(closure.required("note").asString()).orElseThrow(),
        node.required("connector").asBoolean(),
        node.has("research"),
        words(node.required("evidence")));
  }

  private static Caps caps(Map<String, Integer> numbers) {
    return new Caps(
        cap(numbers, "gap"),
        cap(numbers, "unansweredIn30Days"),
        cap(numbers, "unansweredIn30DaysTop"),
        cap(numbers, "unansweredIn90Days"),
        cap(numbers, "amber"),
        cap(numbers, "red"),
        WorkingHours.of(cap(numbers, "dayBegins"), cap(numbers, "dayEnds")),
        cap(numbers, "firstContactsADay"),
        cap(numbers, "restAfterNo"),
        cap(numbers, "interruptionsADay"));
  }

  private static int cap(Map<String, Integer> numbers, String name) {
    var value = numbers.get("caps." + name);
    if (value == null) {
      throw new IllegalStateException("The policy lacks the cap " + name);
    }
    return value;
  }

  private static @Nullable Integer optional(JsonNode node, String name) {
    return node.has(name) ? Integer.valueOf(node.required(name).asInt()) : null;
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static JsonNode read() {
    try (var in = CadencePolicyFile.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + NAME);
      }
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
