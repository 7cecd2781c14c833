package io.politely.evaluate;

import io.politely.cadence.FollowUpsSuite;
import io.politely.cadence.PushinessSuite;
import io.politely.interviews.DebriefsSuite;
import io.politely.ledger.MovesSample;
import io.politely.ledger.RepliesSuite;
import io.politely.ledger.WhoseMoveSuite;
import io.politely.mail.ThreadsSuite;
import io.politely.patience.ReplyHazardSuite;
import io.politely.patience.ReplyHazardTraining;
import io.politely.reading.AsksSuite;
import io.politely.reading.AsksTraining;
import io.politely.reading.DatesSuite;
import io.politely.reading.KindsSuite;
import io.politely.reading.NewestTextSuite;
import io.politely.reading.ZonesSuite;
import io.politely.wording.SentencesSuite;
import io.politely.wording.WordingSuite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/evaluate SUITE FILE… [--errors N]}: prints one JSON object as its last line; progress
 * and the worst cases go to standard error.
 */
public final class Evaluate {

  private static final String USAGE =
      """
      Usage: bin/evaluate SUITE FILE… [--errors N]
        newest-text FILE.jsonl
        zones       FOLDER…
        kinds       FILE.jsonl [--humans MAILBOX…]
        asks        FILE.jsonl
        train-asks  FILE.jsonl (writes the model)
        dates       FOLDER…
        replies     FILE.jsonl
        outbound    FILE.jsonl
        sentences   FILE.txt
        pushiness   FILE.jsonl
        follow-ups  FILE.jsonl (each reply after each of four touches)
        debriefs    FILE.jsonl (told on the phone after an interview)
        threads     MAILBOX… [--hide-headers]
        whose-move  LABELS.jsonl MAILBOX…
        reply-hazard MAILBOX… [--train-until DATE]
        train-reply-hazard MAILBOX… [--train-until DATE] (writes the model)
        sample-ours ADDRESS MAILBOX… (with --errors N: shows N to read)\
      """;

  private Evaluate() {}

  /** Exit code 0 whenever the suite could run, whatever the figures. */
  public static void main(String[] arguments) throws IOException {
    var rest = new ArrayList<>(List.of(arguments));
    int errors = takeErrors(rest);
    if (rest.size() < 2) {
      System.err.println(USAGE);
      System.exit(2);
      return;
    }
    var suite = rest.removeFirst();
    var figures = run(suite, rest, errors);
    if (figures.isEmpty()) {
      System.err.println("There is no suite \"" + suite + "\".\n" + USAGE);
      System.exit(2);
      return;
    }
    System.out.println(JsonMapper.shared().writeValueAsString(figures));
  }

  private static Map<String, Object> run(String suite, List<String> files, int errors)
      throws IOException {
    return switch (suite) {
      case "newest-text" -> NewestTextSuite.run(files, errors);
      case "zones" -> ZonesSuite.run(files, errors);
      case "kinds" -> KindsSuite.run(files, errors);
      case "asks" -> AsksSuite.run(files, errors);
      case "train-asks" -> AsksTraining.run(files);
      case "dates" -> DatesSuite.run(files, errors);
      case "replies" -> RepliesSuite.replies(files, errors);
      case "outbound" -> outbound(files, errors);
      case "sentences" -> SentencesSuite.run(files, errors);
      case "follow-ups" -> FollowUpsSuite.run(files, errors);
      case "pushiness" -> PushinessSuite.run(files, errors);
      case "debriefs" -> DebriefsSuite.run(files, errors);
      case "threads" -> ThreadsSuite.run(files, errors);
      case "sample-ours" -> MovesSample.run(files, errors);
      case "whose-move" -> WhoseMoveSuite.run(files, errors);
      case "reply-hazard" -> ReplyHazardSuite.run(files, errors);
      case "train-reply-hazard" -> ReplyHazardTraining.run(files);
      default -> Map.of();
    };
  }

  /** What the letters ask for and bring, and what the ledger makes of them. */
  private static Map<String, Object> outbound(List<String> files, int errors) throws IOException {
    var figures = new TreeMap<>(RepliesSuite.outbound(files, errors));
    figures.putAll(WordingSuite.run(files, errors));
    return figures;
  }

  private static int takeErrors(List<String> arguments) {
    int at = arguments.indexOf("--errors");
    if (at < 0 || at + 1 >= arguments.size()) {
      return 0;
    }
    arguments.remove(at);
    return Integer.parseInt(arguments.remove(at));
  }
}
