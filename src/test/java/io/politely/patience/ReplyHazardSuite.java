package io.politely.patience;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;

import io.politely.evaluate.Counts;
import io.politely.evaluate.Mailboxes;
import io.politely.patience.Roster.Kept;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How well the chance of an answer is foretold in a mailbox: {@code bin/evaluate reply-hazard
 * MAILBOX… [--train-until DATE]}. Learns from what was there before the date, as the product learns
 * from the user's own mail, and is judged by what came after it; without a date, by the last three
 * tenths of the messages.
 *
 * <p>A unit is a message and one person whom it is addressed to: not its writer, and not a list. A
 * reply is a later message of that person that names this one as the one it answers (In-Reply-To;
 * References where there is none). At the moment of sending the question is whether it comes within
 * seven days; after one and three days of silence, whether it still comes within thirty. Units sent
 * in the last thirty days of the mailbox are left out, since it is not known what became of them.
 */
public final class ReplyHazardSuite {

  private static final String UNTIL = "--train-until";
  private static final double TRAINED_ON = 0.7;
  private static final long WEEK = 7 * Time.DAY;
  private static final int BINS = 15;

  private final List<Observation> test = new ArrayList<>();
  private final List<Kept> messages;
  private final long until;
  private final Learning learning = new Learning();

  ReplyHazardSuite(List<Kept> messages, long until) {
    this.messages = messages;
    this.until = until;
  }

  /** Runs over mailboxes, together. */
  public static Map<String, Object> run(List<String> arguments, int errors) throws IOException {
    var files = new ArrayList<>(arguments);
    var date = takeDate(files);
    var messages = read(files);
    var suite = new ReplyHazardSuite(messages, date == null ? usual(messages) : date);
    return suite.figures(Priors.lessons(), errors);
  }

  static @org.jspecify.annotations.Nullable Long takeDate(List<String> arguments) {
    int at = arguments.indexOf(UNTIL);
    if (at < 0) {
      return null;
    }
    arguments.remove(at);
    var text = arguments.remove(at);
    return text.contains("T")
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from).getEpochSecond()
        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private static long usual(List<Kept> messages) {
    return messages.get((int) (messages.size() * TRAINED_ON)).at();
  }

  static List<Kept> read(List<String> files) throws IOException {
    var kept = new ArrayList<Kept>();
    for (var file : files) {
      Mailboxes.forEach(file, message -> Roster.keep(message).ifPresent(kept::add));
    }
    kept.sort(comparingLong(Kept::at));
    return kept;
  }

  Map<String, Object> figures(Lessons before, int errors) {
    long end = messages.getLast().at();
    var past = new Past(this::sees);
    var roster = new Roster();
    messages.forEach(message -> past.add(roster.sent(message)));
    past.advance(end);
    test.removeIf(it -> it.sentAt() + Time.HORIZON > end);
    System.err.printf("learning from %d letters%n", learning.atSend().size());
    var lessons = learning.learn(until, before);
    var figures = new TreeMap<String, Object>();
    figures.put("trainUntil", Instant.ofEpochSecond(until).toString());
    figures.put("trainUnits", lessons.letters());
    var atSend = new Judged(lessons, 0, WEEK);
    figures.put("units", atSend.size());
    figures.put("answered", atSend.share());
    figures.put("foretold", Counts.ratio(DoubleStream.of(atSend.foretold).sum(), atSend.size()));
    figures.put("byKaplanMeier", Counts.ratio(atSend.byAll, 1));
    figures.put("aucAtSend", atSend.auc(atSend.foretold));
    figures.put("baselineAuc", atSend.auc(atSend.byRate));
    figures.put("ece", atSend.calibrationError());
    figures.put("brierSkill", atSend.skill());
    figures.put("aucShuffled", atSend.aucShuffled());
    figures.put("neverAddressedShare", atSend.neverAddressedShare());
    figures.put("aucNeverAddressed", atSend.aucNeverAddressed());
    for (int days : List.of(1, 3)) {
      var later = new Judged(lessons, days * Time.DAY, Time.HORIZON);
      figures.put("aucAt%dd".formatted(days), later.auc(later.foretold));
      figures.put("baselineAucAt%dd".formatted(days), later.auc(later.byRate));
      figures.put("eceAt%dd".formatted(days), later.calibrationError());
      figures.put("brierSkillAt%dd".formatted(days), later.skill());
      figures.put("unitsAt%dd".formatted(days), later.size());
    }
    figures.put("microsecondsEach", atSend.microsecondsEach(lessons));
    atSend.showWorst(errors);
    return figures;
  }

  private void sees(Awaited awaited, long after, float[] situation) {
    if (awaited.post.at + after < until) {
      learning.sees(awaited, after, situation);
    } else if (awaited.post.at >= until) {
      test.add(new Observation(awaited, after, situation));
    }
  }

  /** The units that are silent at one moment, with what was foretold and what happened. */
  private final class Judged {

    private final List<Observation> units;
    private final boolean[] answered;
    private final double[] foretold;
    private final double[] byRate;

    /** What Kaplan and Meier would say: the share of all that were silent then. */
    private final double byAll;

    Judged(Lessons lessons, long after, long horizon) {
      units = test.stream().filter(it -> it.after() == after).toList();
      double hours = horizon / (double) Time.HOUR;
      answered = new boolean[units.size()];
      foretold = new double[units.size()];
      byRate = new double[units.size()];
      for (int i = 0; i < units.size(); i++) {
        var unit = units.get(i);
        answered[i] = unit.hoursToAnswer(Long.MAX_VALUE) <= hours;
        foretold[i] = lessons.curve(unit.situation(), after).answeredBy(hours);
        byRate[i] = unit.awaited().rateBefore;
      }
      double begin = after / (double) Time.HOUR;
      byAll = kaplanMeier(begin, hours);
    }

    private double kaplanMeier(double begin, double end) {
      double silent = 1;
      for (int span = Grid.from(begin); span < Grid.SPANS && Grid.end(span) <= end; span++) {
        double asked = 0;
        double came = 0;
        for (var unit : learning.atSend()) {
          double hours = unit.hoursToAnswer(until);
          if (hours >= Grid.begin(span)
              && (unit.hoursSeen(until) >= Grid.end(span) || hours < Grid.end(span))) {
            asked++;
            came += hours < Grid.end(span) ? 1 : 0;
          }
        }
        silent *= asked == 0 ? 1 : 1 - came / asked;
      }
      return 1 - silent;
    }

    int size() {
      return units.size();
    }

    double share() {
      return Counts.ratio(
          (double) IntStream.range(0, size()).filter(i -> answered[i]).count(), size());
    }

    double auc(double[] scores) {
      return auc(scores, answered, IntStream.range(0, size()).toArray());
    }

    /** With the answers dealt out anew, nothing can be known of them. */
    double aucShuffled() {
      var order = new ArrayList<>(IntStream.range(0, size()).boxed().toList());
      Collections.shuffle(order, new Random(7));
      var dealt = new boolean[size()];
      for (int i = 0; i < dealt.length; i++) {
        dealt[i] = answered[order.get(i)];
      }
      return auc(foretold, dealt, IntStream.range(0, size()).toArray());
    }

    private int[] neverAddressed() {
      return IntStream.range(0, size())
          .filter(i -> units.get(i).situation()[Feature.FIRST_LETTER.place()] > 0)
          .toArray();
    }

    double neverAddressedShare() {
      return Counts.ratio(neverAddressed().length, size());
    }

    double aucNeverAddressed() {
      return auc(foretold, answered, neverAddressed());
    }

    private static double auc(double[] scores, boolean[] answered, int[] among) {
      var order = IntStream.of(among).boxed().sorted(comparingDouble(i -> scores[i])).toList();
      double ranks = 0;
      double yes = 0;
      int from = 0;
      while (from < order.size()) {
        int to = from;
        while (to < order.size() && scores[order.get(to)] == scores[order.get(from)]) {
          to++;
        }
        for (int i = from; i < to; i++) {
          if (answered[order.get(i)]) {
            ranks += (from + to + 1) / 2.0;
            yes++;
          }
        }
        from = to;
      }
      return Counts.ratio(ranks - yes * (yes + 1) / 2, yes * (order.size() - yes));
    }

    double calibrationError() {
      var order =
          IntStream.range(0, size()).boxed().sorted(comparingDouble(i -> foretold[i])).toList();
      double error = 0;
      for (int bin = 0; bin < BINS; bin++) {
        double said = 0;
        double was = 0;
        for (int i = bin * size() / BINS; i < (bin + 1) * size() / BINS; i++) {
          said += foretold[order.get(i)];
          was += answered[order.get(i)] ? 1 : 0;
        }
        error += Math.abs(said - was);
      }
      return Counts.ratio(error, size());
    }

    double skill() {
      double error = 0;
      double errorOfAll = 0;
      for (int i = 0; i < size(); i++) {
        double was = answered[i] ? 1 : 0;
        error += (foretold[i] - was) * (foretold[i] - was);
        errorOfAll += (byAll - was) * (byAll - was);
      }
      return Counts.ratio(errorOfAll - error, errorOfAll);
    }

    double microsecondsEach(Lessons lessons) {
      long begin = System.nanoTime();
      double sum = 0;
      for (var unit : units) {
        sum += lessons.curve(unit.situation(), 0).answeredBy(168);
      }
      double each = (System.nanoTime() - begin) / 1e3 / Math.max(1, size());
      return sum < 0 ? 0 : Math.round(each * 10) / 10.0;
    }

    void showWorst(int errors) {
      IntStream.range(0, size())
          .boxed()
          .sorted(comparingDouble(i -> -Math.abs(foretold[i] - (answered[i] ? 1 : 0))))
          .limit(errors)
          .forEach(i ->
              System.err.printf(
                  "== %s said %.3f, %s%n%s",
                  Instant.ofEpochSecond(units.get(i).sentAt()),
                  foretold[i],
                  answered[i] ? "answered" : "silent",
                  Situation.told(units.get(i).situation())));
    }
  }
}
