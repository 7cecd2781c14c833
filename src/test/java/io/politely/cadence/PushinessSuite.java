package io.politely.cadence;

import io.politely.evaluate.JsonLines;
import io.politely.reading.Act;
import io.politely.reading.Intent;
import io.politely.reading.Letter;
import io.politely.reading.Reader;
import io.politely.reading.Signal;
import io.politely.wording.Rank;
import io.politely.wording.ValueKind;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * Histories of touches, each with an expert's rating of how they feel and what should be done about
 * the planned one, held against {@link TouchVerdict}.
 */
public final class PushinessSuite {

  private record Row(
      String id, double gold, String verdict, double score, String given, String why) {}

  private PushinessSuite() {}

  /** Runs over files of vignettes. */
  public static Map<String, Object> run(List<String> files, int errors) throws IOException {
    var rows = new ArrayList<Row>();
    for (var file : files) {
      for (var node : JsonLines.read(file)) {
        rows.add(judge(node));
      }
    }
    rows.stream()
        .sorted(Comparator.comparing((Row row) -> -Math.abs(row.gold() - row.score())))
        .limit(errors)
        .forEach(row ->
            System.err.printf(
                Locale.ROOT,
                "%s %s gold %.0f %s, given %.0f %s: %s%n",
                row.verdict().equals(row.given()) ? " " : "!",
                row.id(),
                row.gold(),
                row.verdict(),
                row.score(),
                row.given(),
                row.why()));
    var figures = new LinkedHashMap<String, Object>();
    figures.put("n", rows.size());
    figures.put("kendallTau", tau(rows));
    figures.put(
        "verdictAccuracy",
        (double) rows.stream().filter(row -> row.verdict().equals(row.given())).count()
            / rows.size());
    return figures;
  }

  private static Row judge(JsonNode node) {
    var recipient = node.required("recipient");
    var zone = ZoneId.of(recipient.required("tz").asString());
    var touched = new ArrayList<Touched>();
    var heard = new ArrayList<Heard>();
    Touched planned = null;
    String words = "";
    boolean owesAnswer = false;
    for (var entry : node.required("history")) {
      var at = OffsetDateTime.parse(entry.required("at").asString());
      if (entry.required("by").asString().equals("them")) {
        var word = heard(at, zone, entry.required("what").asString());
        heard.add(word);
        owesAnswer = word.isHuman() && TouchVerdict.wantsAnswer(word.intent());
        continue;
      }
      boolean isPlanned = entry.required("planned").asBoolean();
      var touch =
          new Touched(
              at.toInstant(),
              channel(entry.required("channel").asString()),
              entry.required("ask_minutes").isNull()
                  ? null
                  : Integer.valueOf(entry.required("ask_minutes").asInt()),
              ValueKind.valueOf(entry.required("value_kind").asString().toUpperCase(Locale.ROOT)),
              owesAnswer ? Touched.Kind.ANSWER : Touched.Kind.TOUCH,
              isPlanned);
      owesAnswer = false;
      if (isPlanned) {
        planned = touch;
        words = entry.required("what").asString();
      } else {
        touched.add(touch);
      }
    }
    var time = new TheirTime(zone, Plans.POLICY.caps().hours());
    var verdict =
        TouchVerdict.of(
            Objects.requireNonNull(planned),
            words,
            new History(touched, heard),
            time,
            rank(recipient.required("seniority").asString()),
            tie(recipient.required("tie").asString()),
            Plans.POLICY);
    var gold = node.required("gold");
    return new Row(
        node.required("id").asString(),
        gold.required("score").asDouble(),
        gold.required("verdict").asString(),
        verdict.score(),
        switch (verdict.band()) {
          case GREEN -> "ok";
          case AMBER -> "careful";
          case RED -> "stop";
        },
        verdict.reason());
  }

  private static Heard heard(OffsetDateTime at, ZoneId zone, String what) {
    boolean isAutomatic = what.startsWith("[auto]");
    var text = what.replace("[auto]", "").replace("\"", "").strip();
    var letter =
        new Letter(
            Map.of("from", List.of("Somebody <somebody@example.org>"), "subject", List.of("Re:")),
            at.atZoneSameInstant(zone),
            text,
            null,
            List.of("text/plain"),
            null);
    var signals = Reader.read(letter).signals();
    var due =
        signals.stream()
            .filter(signal -> signal.act() == Act.PROMISE && signal.due() != null)
            .map(Signal::due)
            .findFirst()
            .orElse(null);
    return isAutomatic
        ? new Heard(at.toInstant(), Heard.Kind.AUTOMATIC, null, null, due, false)
        : new Heard(
            at.toInstant(),
            Heard.Kind.REPLY,
            Intent.of(signals),
            Intent.earliest(signals),
            due,
            false);
  }

  private static Channel channel(String word) {
    return switch (word) {
      case "phone" -> Channel.CALL;
      case "whatsapp", "text" -> Channel.SMS;
      case "inmail" -> Channel.LINKEDIN;
      default -> Channel.of(word).orElse(Channel.EMAIL);
    };
  }

  private static Rank rank(String seniority) {
    return switch (seniority) {
      case "director", "board" -> seniority.equals("board") ? Rank.C_LEVEL : Rank.DIRECTOR;
      case "vp" -> Rank.VICE_PRESIDENT;
      case "c_level" -> Rank.C_LEVEL;
      case "founder" -> Rank.OWNER;
      case "manager", "hr", "recruiter" -> Rank.MANAGER;
      default -> Rank.INDIVIDUAL;
    };
  }

  private static double tie(String tie) {
    return switch (tie) {
      case "strong" -> 0.9;
      case "warm" -> 0.6;
      case "weak" -> 0.3;
      default -> 0;
    };
  }

  /** Tau-b: pairs in the same order less pairs in the other, of those that are no ties. */
  private static double tau(List<Row> rows) {
    double agree = 0;
    double goldTies = 0;
    double givenTies = 0;
    double pairs = 0;
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        pairs++;
        double gold = Math.signum(rows.get(i).gold() - rows.get(j).gold());
        double given = Math.signum(rows.get(i).score() - rows.get(j).score());
        agree += gold * given;
        goldTies += gold == 0 ? 1 : 0;
        givenTies += given == 0 ? 1 : 0;
      }
    }
    return agree / Math.sqrt((pairs - goldTies) * (pairs - givenTies));
  }
}
