package io.politely.reading;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Tells whether a message hands something in that waits for a decision: a patch, a proposal, the
 * report of a fault.
 */
final class Submissions {

  /** What is handed in is said at the beginning. */
  private static final int MOST_SENTENCES = 12;

  private static final List<String> TAGS =
      Phrases.list(
          """
          [patch, [rfc, [git pull, [pull, [bug, [proposal, [recipe, [resend, [request, [rft,
          [review, bug#, itp:, rfs:
          """);

  private static final List<String> REPORTS =
      Phrases.list(
          """
          bug, issue, issues, problem, error, errors, typo, typos, mistake, missing, incorrect,
          wrong, broken, regression, crash, fails, failure, suggestion, proposal, proposed, request,
          application, bewerbung, angebot, fehler, candidature, candidatura, offerte, question,
          patch, fix
          """);

  private static final List<String> ANNOUNCEMENTS =
      Phrases.list(
          """
          announce, announcement, ann, released, now available, available for, status report, newsletter,
          digest, call for papers
          """);

  private Submissions() {}

  /** How sure it is, 0 where nothing is handed in. {@code sentences}: of the newest text. */
  static double of(Letter letter, String subject, Zones zones, List<String> sentences) {
    var whole = subject.strip().toLowerCase(Locale.ROOT);
    int was = whole.indexOf("(was");
    var lower = was > 0 ? whole.substring(0, was) : whole;
    boolean reply = isReply(lower);
    if (!reply && TAGS.stream().anyMatch(lower::contains)) {
      return 0.95;
    }
    if (reply) {
      return 0;
    }
    boolean patch = carriesPatch(zones);
    if (letter.headers().containsKey("in-reply-to")) {
      return patch && signsOff(zones) ? 0.9 : 0;
    }
    if (patch) {
      return 0.9;
    }
    double weight = 0;
    for (var word : REPORTS) {
      weight += Texts.hasWord(lower, word) ? 1.5 : 0;
    }
    for (var sentence : sentences.subList(0, Math.min(sentences.size(), MOST_SENTENCES))) {
      weight += CueTable.CUES.weigh(Words.of(sentence)).getOrDefault(Act.SUBMISSION, 0.0);
    }
    double probability = 1 / (1 + Math.exp(-(weight - 1.6)));
    return probability >= 0.5 ? probability : 0;
  }

  /** News for everybody, which waits for nobody: "Release 2.1 available". */
  static boolean isAnnouncement(String subject) {
    var lower = subject.strip().toLowerCase(Locale.ROOT);
    return !isReply(lower) && ANNOUNCEMENTS.stream().anyMatch(word -> Texts.hasWord(lower, word));
  }

  static boolean isReply(String lowerSubject) {
    for (var prefix :
        List.of("re:", "aw:", "antw:", "sv:", "vs:", "rv:", "res:", "r:", "re :", "re[")) {
      if (lowerSubject.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static boolean carriesPatch(Zones zones) {
    return hasLine(zones, CodeLines::beginsPatch);
  }

  private static boolean signsOff(Zones zones) {
    return hasLine(zones, line -> line.startsWith("Signed-off-by:"));
  }

  private static boolean hasLine(Zones zones, Predicate<String> wanted) {
    for (var span : zones.spans()) {
      if (span.zone().isWritten()) {
        var text = zones.body().substring(span.start(), span.end());
        if (text.lines().limit(2_000).anyMatch(wanted)) {
          return true;
        }
      }
    }
    return false;
  }
}
