package io.politely.reading;

import io.politely.evaluate.Counts;
import io.politely.evaluate.JsonLines;
import io.politely.evaluate.Mailboxes;
import io.politely.mail.ParsedMessage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Kinds of messages: bounces, complaints and automatic answers, and people taken for them. */
public final class KindsSuite {

  private final int errors;
  private int shown;
  private int rows;
  private int bounces;
  private int bouncesFound;
  private int graded;
  private int gradedRight;
  private int complaints;
  private int complaintsFound;
  private final Counts automatic = new Counts();
  private int humans;
  private int humansMistaken;

  private KindsSuite(int errors) {
    this.errors = errors;
  }

  /** Runs over files of {@code id, raw, encoding, kind} and, after {@code --humans}, mailboxes. */
  public static Map<String, Object> run(List<String> arguments, int errors) throws IOException {
    var suite = new KindsSuite(errors);
    int humansAt = arguments.indexOf("--humans");
    int end = humansAt < 0 ? arguments.size() : humansAt;
    for (var file : arguments.subList(0, end)) {
      suite.labelled(file);
    }
    for (var mailbox : arguments.subList(Math.min(end + 1, arguments.size()), arguments.size())) {
      Mailboxes.forEach(mailbox, message -> suite.human(message.letter()));
    }
    return suite.figures();
  }

  private void labelled(String file) throws IOException {
    for (var row : JsonLines.read(file)) {
      var raw = row.get("raw").asString().getBytes(charset(row.get("encoding").asString()));
      var letter =
          Mailboxes.parse(raw)
              .map(ParsedMessage::letter)
              .orElseGet(() -> new Letter(Map.of(), null, "", null, List.of(), null));
      judge(row.get("id").asString(), row.get("kind").asString(), letter);
    }
  }

  private void judge(String id, String label, Letter letter) {
    var kind = Reader.read(letter).kind();
    rows++;
    automatic.add(
        label.equals("out_of_office") || label.equals("auto_ack"), kind.isAutomaticAnswer());
    boolean right = true;
    if (label.startsWith("bounce")) {
      bounces++;
      right = kind.isDeliveryReport();
      bouncesFound += right ? 1 : 0;
      if (!label.equals("bounce_any")) {
        graded++;
        var grade = Bounces.kindOf(letter);
        boolean rightGrade = grade == Kind.BOUNCE == label.equals("bounce_hard");
        gradedRight += rightGrade ? 1 : 0;
        show(rightGrade, id + " " + label + " graded " + grade, letter);
      }
    } else if (label.equals("complaint")) {
      complaints++;
      right = kind == Kind.COMPLAINT;
      complaintsFound += right ? 1 : 0;
    } else {
      right = kind.isAutomaticAnswer();
    }
    show(right, id + " " + label + " read as " + kind, letter);
  }

  private void human(Letter letter) {
    var kind = Reader.read(letter).kind();
    boolean mistaken =
        kind.isAutomaticAnswer() || kind.isDeliveryReport() || kind == Kind.COMPLAINT;
    humans++;
    humansMistaken += mistaken ? 1 : 0;
    show(!mistaken, "a person read as " + kind, letter);
  }

  private void show(boolean right, String what, Letter letter) {
    if (!right && shown++ < errors) {
      System.err.printf(
          "%s: %s | %s | %s%n",
          what,
          letter.header("from").orElse("-"),
          letter.header("subject").orElse("-"),
          letter.partTypes());
    }
  }

  private Map<String, Object> figures() {
    var figures = new TreeMap<String, Object>();
    figures.put("n", rows);
    figures.put("bounceRecall", Counts.ratio(bouncesFound, bounces));
    figures.put("hardSoftAccuracy", Counts.ratio(gradedRight, graded));
    figures.put("complaintRecall", Counts.ratio(complaintsFound, complaints));
    figures.put("autoReplyF1", automatic.f1());
    figures.put("humans", humans);
    figures.put("humanFalsePositive", Counts.ratio(humansMistaken, humans));
    return figures;
  }

  private static Charset charset(String encoding) {
    return encoding.toLowerCase(Locale.ROOT).startsWith("latin")
        ? StandardCharsets.ISO_8859_1
        : StandardCharsets.UTF_8;
  }
}
