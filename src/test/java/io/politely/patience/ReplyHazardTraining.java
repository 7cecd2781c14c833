package io.politely.patience;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes what is known before a workspace has letters of its own: {@code bin/evaluate
 * train-reply-hazard MAILBOX… --train-until DATE} reads nothing that was sent after the date, and
 * writes {@code src/main/resources/models/patience.properties}.
 */
public final class ReplyHazardTraining {

  private static final Path TARGET = Path.of("src/main/resources/models/patience.properties");

  private ReplyHazardTraining() {}

  /** Trains on the messages of the files and writes the weights. */
  public static Map<String, Object> run(List<String> arguments) throws IOException {
    var files = new ArrayList<>(arguments);
    var date = ReplyHazardSuite.takeDate(files);
    long until = date == null ? Long.MAX_VALUE : date;
    var learning = new Learning();
    var past = new Past(learning);
    var roster = new Roster();
    long known = 0;
    for (var message : ReplyHazardSuite.read(files)) {
      if (message.at() < until) {
        past.add(roster.sent(message));
        known = message.at();
      }
    }
    past.advance(known);
    var lessons = learning.learn(known, Lessons.none());
    Files.writeString(
        TARGET,
        """
        # Weights of the chance of an answer; see patience.md. Written by bin/evaluate train-reply-hazard.
        atSend=%s
        later=%s
        """
            .formatted(told(lessons.atSend()), told(lessons.later())));
    return Map.of("letters", lessons.letters(), "answered", lessons.answered());
  }

  private static String told(Hazard hazard) {
    return Arrays.stream(hazard.weights())
        .mapToObj(weight -> String.format(Locale.ROOT, "%.4f", weight))
        .collect(Collectors.joining(" "));
  }
}
