package io.politely.interviews;

import io.politely.evaluate.Counts;
import io.politely.evaluate.JsonLines;
import io.politely.reading.WorkingDays;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Debriefs told on the phone and what was in them. Times, dates, names, figures and kinds count
 * when they are equal, quotations when they share at least half of their characters, everything in
 * free words when {@link SameContent} says so, one to one. {@code fieldsF1} is over all fields and
 * items of all debriefs together; a wrong value counts as one too many and one missed, and what
 * belongs to an item that was missed or made up counts with it.
 */
public final class DebriefsSuite {

  private final int errors;
  private int shown;
  private final Map<String, Counts> fields = new TreeMap<>();
  private final Map<String, Counts> languages = new TreeMap<>();
  private final Counts all = new Counts();
  private int commitments;
  private int nextDates;
  private int nextDatesRight;
  private String id = "";
  private String language = "";

  private DebriefsSuite(int errors) {
    this.errors = errors;
  }

  /** Over all lines of the files. */
  public static Map<String, Object> run(List<String> files, int errors) throws IOException {
    var suite = new DebriefsSuite(errors);
    int rows = 0;
    for (var file : files) {
      for (var row : JsonLines.read(file)) {
        suite.score(row);
        rows++;
      }
    }
    var figures = new TreeMap<String, Object>();
    figures.put("n", rows);
    figures.put("fieldsF1", suite.all.f1());
    figures.put("commitmentAccuracy", Counts.ratio(suite.commitments, rows));
    figures.put("nextDateExact", Counts.ratio(suite.nextDatesRight, suite.nextDates));
    figures.put("perField", f1(suite.fields));
    figures.put("perLanguage", f1(suite.languages));
    return figures;
  }

  private static Map<String, Double> f1(Map<String, Counts> counts) {
    var figures = new TreeMap<String, Double>();
    counts.forEach((name, count) -> figures.put(name, count.f1()));
    return figures;
  }

  private void score(JsonNode row) {
    id = row.get("id").asString();
    language = row.get("lang").asString();
    var zone = ZoneId.of(row.get("tz").asString());
    var read =
        DebriefReader.read(
            row.get("text").asString(),
            OffsetDateTime.parse(row.get("told_at").asString()).atZoneSameInstant(zone),
            LocalDate.parse(row.get("interview_date").asString()),
            language);
    var gold = row.get("gold");
    visit(gold, read.visit());
    people(gold.get("people_met"), read.met());
    questions(gold.get("questions"), read.questions());
    items(
        "candidateQuestions",
        texts(gold.get("candidate_questions"), it -> it),
        read.candidateQuestions());
    items("concerns", texts(gold.get("concerns"), it -> it), read.concerns());
    items("clientFacts", texts(gold.get("client_facts"), it -> it), read.clientFacts());
    vibe(gold.get("vibe"), read.vibe());
    nextStep(gold.get("next_step"), read.nextStep(), WorkingDays.at(zone));
    decision(gold, read.decision());
    salary(gold.get("salary_condition"), read.salary());
    promises(gold.get("promises_by_candidate"), read.promises(), WorkingDays.at(zone));
  }

  // ---- the parts

  private void visit(JsonNode gold, DebriefProposal.Visit read) {
    same("visit.arrived", text(gold, "arrival_time"), time(read.arrived()));
    same("visit.entered", text(gold, "entered_building"), time(read.entered()));
    same("visit.scheduled", text(gold, "scheduled_start"), time(read.scheduled()));
    same("visit.started", text(gold, "actual_start"), time(read.started()));
    same("visit.ended", text(gold, "end_time"), time(read.ended()));
    same("visit.minutes", text(gold, "duration_minutes"), string(read.minutes()));
  }

  private void people(JsonNode gold, List<DebriefProposal.Met> read) {
    var names = texts(gold, it -> it.get("name"));
    var pairs =
        pairs(
            names,
            read.stream().map(DebriefProposal.Met::name).toList(),
            (label, name) -> name(label).equals(name(name)) ? 1 : 0);
    counted("met.name", names, read.stream().map(DebriefProposal.Met::name).toList(), pairs);
    pairs.forEach((label, found) -> {
      var met = read.get(found);
      content("met.title", text(gold.get(label), "title"), met.title());
      same("met.minutes", text(gold.get(label), "minutes"), string(met.minutes()));
    });
    for (int label = 0; label < gold.size(); label++) {
      if (!pairs.containsKey(label)) {
        content("met.title", text(gold.get(label), "title"), null);
        same("met.minutes", text(gold.get(label), "minutes"), null);
      }
    }
    for (int index = 0; index < read.size(); index++) {
      if (!pairs.containsValue(index)) {
        content("met.title", null, read.get(index).title());
        same("met.minutes", null, string(read.get(index).minutes()));
      }
    }
  }

  private void questions(JsonNode gold, List<DebriefProposal.Question> read) {
    var labels = texts(gold, it -> it.get("question"));
    var found = read.stream().map(DebriefProposal.Question::question).toList();
    var pairs = pairs(labels, found, SameContent::likeness);
    counted("question.question", labels, found, pairs);
    pairs.forEach((label, index) -> {
      var question = read.get(index);
      var node = gold.get(label);
      var asker = text(node, "asked_by");
      var by = question.askedBy();
      same("question.askedBy", asker == null ? null : name(asker), by == null ? null : name(by));
      content("question.answer", text(node, "answer"), question.answer());
      same("question.landed", text(node, "landed"), lower(question.landed()));
    });
    for (int label = 0; label < gold.size(); label++) {
      if (!pairs.containsKey(label)) {
        same("question.askedBy", text(gold.get(label), "asked_by"), null);
        content("question.answer", text(gold.get(label), "answer"), null);
        same("question.landed", text(gold.get(label), "landed"), null);
      }
    }
    for (int index = 0; index < read.size(); index++) {
      if (!pairs.containsValue(index)) {
        same("question.askedBy", null, read.get(index).askedBy());
        content("question.answer", null, read.get(index).answer());
        same("question.landed", null, lower(read.get(index).landed()));
      }
    }
  }

  private void vibe(@Nullable JsonNode gold, DebriefProposal.@Nullable Vibe read) {
    same("vibe.mood", text(gold, "label"), read == null ? null : lower(read.mood()));
    quote("vibe.quote", text(gold, "evidence"), read == null ? null : read.quote());
  }

  private void nextStep(
      @Nullable JsonNode gold, DebriefProposal.@Nullable NextStep read, WorkingDays days) {
    content("next.what", text(gold, "what"), read == null ? null : read.what());
    same("next.who", text(gold, "who"), read == null ? null : lower(read.who()));
    var due = rolled(text(gold, "due"), days);
    var found = read == null ? null : read.due();
    same("next.due", due, found == null ? null : rolled(found.toString(), days));
    nextDates++;
    nextDatesRight +=
        Objects.equals(due, found == null ? null : rolled(found.toString(), days)) ? 1 : 0;
  }

  private void decision(JsonNode gold, DebriefProposal.@Nullable Decision read) {
    var commitment = read == null ? null : read.commitment().name();
    same("decision.commitment", text(gold, "commitment"), commitment);
    commitments += Objects.equals(text(gold, "commitment"), commitment) ? 1 : 0;
    quote("decision.quote", text(gold, "commitment_quote"), read == null ? null : read.quote());
  }

  private void salary(@Nullable JsonNode gold, DebriefProposal.@Nullable Salary read) {
    same("salary.amount", text(gold, "amount"), read == null ? null : string(read.amount()));
    same("salary.currency", text(gold, "currency"), read == null ? null : read.currency());
    same("salary.period", text(gold, "period"), read == null ? null : read.period());
    content("salary.kind", text(gold, "kind"), read == null ? null : read.kind());
    quote("salary.quote", text(gold, "text"), read == null ? null : read.quote());
    same("salary.target", text(gold, "target_amount"), read == null ? null : string(read.target()));
  }

  private void promises(JsonNode gold, List<DebriefProposal.Promise> read, WorkingDays days) {
    var labels = texts(gold, it -> it.get("what"));
    var found = read.stream().map(DebriefProposal.Promise::what).toList();
    var pairs = pairs(labels, found, SameContent::likeness);
    counted("promise.what", labels, found, pairs);
    pairs.forEach((label, index) -> {
      var due = read.get(index).due();
      same(
          "promise.due",
          rolled(text(gold.get(label), "due"), days),
          due == null ? null : rolled(due.toString(), days));
    });
    for (int label = 0; label < gold.size(); label++) {
      if (!pairs.containsKey(label)) {
        same("promise.due", text(gold.get(label), "due"), null);
      }
    }
    for (int index = 0; index < read.size(); index++) {
      var due = read.get(index).due();
      if (!pairs.containsValue(index) && due != null) {
        same("promise.due", null, due.toString());
      }
    }
  }

  private void items(String field, List<String> labels, List<String> found) {
    counted(field, labels, found, pairs(labels, found, SameContent::likeness));
  }

  // ---- counting

  private interface Likeness {
    double of(String label, String found);
  }

  private record Pair(int label, int found, double likeness) {}

  /** The likeliest first, each used once. */
  private static Map<Integer, Integer> pairs(
      List<String> labels, List<String> found, Likeness likeness) {
    var candidates = new ArrayList<Pair>();
    for (int label = 0; label < labels.size(); label++) {
      for (int index = 0; index < found.size(); index++) {
        double alike = likeness.of(labels.get(label), found.get(index));
        if (alike > 0) {
          candidates.add(new Pair(label, index, alike));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Pair::likeness).reversed());
    var pairs = new HashMap<Integer, Integer>();
    for (var pair : candidates) {
      if (!pairs.containsKey(pair.label()) && !pairs.containsValue(pair.found())) {
        pairs.put(pair.label(), pair.found());
      }
    }
    return pairs;
  }

  private void counted(
      String field, List<String> labels, List<String> found, Map<Integer, Integer> pairs) {
    for (int label = 0; label < labels.size(); label++) {
      count(field, true, pairs.containsKey(label));
      if (!pairs.containsKey(label)) {
        show(field, labels.get(label), null);
      }
    }
    for (int index = 0; index < found.size(); index++) {
      if (!pairs.containsValue(index)) {
        count(field, false, true);
        show(field, null, found.get(index));
      }
    }
  }

  private void same(String field, @Nullable String label, @Nullable String found) {
    judged(field, label, found, Objects.equals(label, found));
  }

  private void content(String field, @Nullable String label, @Nullable String found) {
    judged(field, label, found, label != null && found != null && SameContent.says(label, found));
  }

  private void quote(String field, @Nullable String label, @Nullable String found) {
    judged(field, label, found, label != null && found != null && overlaps(label, found));
  }

  private void judged(String field, @Nullable String label, @Nullable String found, boolean right) {
    if (label != null) {
      count(field, true, right);
    }
    if (found != null && !right) {
      count(field, false, true);
    }
    if (!right && (label != null || found != null)) {
      show(field, label, found);
    }
  }

  private void count(String field, boolean there, boolean found) {
    fields.computeIfAbsent(field, it -> new Counts()).add(there, found);
    languages.computeIfAbsent(language, it -> new Counts()).add(there, found);
    all.add(there, found);
  }

  private void show(String field, @Nullable String label, @Nullable String found) {
    if (shown < errors) {
      shown++;
      System.err.println(id + " " + field + "\n    label: " + label + "\n    read:  " + found);
    }
  }

  /** The longest stretch that both have is at least half of the longer one. */
  private static boolean overlaps(String one, String other) {
    int longest = 0;
    var row = new int[other.length() + 1];
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        row[j] = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal + 1 : 0;
        longest = Math.max(longest, row[j]);
        diagonal = above;
      }
    }
    return longest * 2 >= Math.max(one.length(), other.length());
  }

  // ---- values

  /** A name without forms of address and dots. */
  private static String name(String name) {
    return SameContent.folded(name)
        .replaceAll("[^\\p{L}' -]", "")
        .replaceAll(
            "\\b(herrn?|frau|dr|prof|mr|mrs|ms|mme|madame|monsieur|m|senora?|sra?|don|dona|signora?|"
                + "meneer|mevrouw)\\s",
            "")
        .strip();
  }

  private static @Nullable String text(@Nullable JsonNode node, String key) {
    var value = node == null || node.isNull() ? null : node.get(key);
    return value == null || value.isNull() ? null : value.asString();
  }

  private static List<String> texts(@Nullable JsonNode nodes, Function<JsonNode, JsonNode> part) {
    return nodes == null
        ? List.of()
        : nodes.valueStream().map(part).map(it -> it.isNull() ? "" : it.asString()).toList();
  }

  private static @Nullable String time(@Nullable LocalTime time) {
    return time == null ? null : time.toString();
  }

  private static @Nullable String string(@Nullable Integer number) {
    return number == null ? null : number.toString();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String rolled(@Nullable String date, WorkingDays days) {
    return date == null ? null : days.sameOrNext(LocalDate.parse(date)).toString();
  }
}
