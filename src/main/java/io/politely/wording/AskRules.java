package io.politely.wording;

import io.politely.wording.Marked.Line;
import io.politely.wording.PhraseBook.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a yes would cost the reader, in minutes. */
final class AskRules {

  private static final int LINE = 2;
  private static final int CONSIDERED = 5;
  private static final int PAGE = 10;
  private static final int MEETING = 30;

  /** A meal, and the least that deserves the name of a workshop. */
  private static final int HOUR = 60;

  /** So many short questions are a form. */
  private static final int MOST_LINES = 3;

  /** A sentence so short beside the ask belongs to it: "20 minutes, no more." */
  private static final int FRAGMENT = 9;

  /** A length has so many words at most. */
  private static final int LONGEST_LENGTH = 4;

  private static final Set<String> OR =
      Set.of(
          "or",
          "oder",
          "ou",
          "o",
          "of",
          "oppure",
          "sonst",
          "sinon",
          "altrimenti",
          "anders",
          "otherwise",
          "alternatively",
          "instead",
          "wahlweise",
          "alternativ",
          "bien");

  /** What somebody offers or would need. */
  private static final Set<String> PROPOSING =
      Set.of(
          "would",
          "could",
          "can",
          "will",
          "i'd",
          "need",
          "take",
          "takes",
          "shouldn't",
          "only",
          "gern",
          "gerne",
          "mochte",
          "wurde",
          "dauert",
          "reichen",
          "genugen",
          "brauche",
          "graag",
          "duurt",
          "volstaan",
          "serais",
          "aimerais",
          "prend",
          "suffisent",
          "propose",
          "podria",
          "gustaria",
          "bastan",
          "lleva",
          "vorrei",
          "potrei",
          "bastano",
          "gostaria",
          "gostava",
          "posso",
          "bastam",
          "welcome",
          "einladen",
          "invite",
          "inviter",
          "invitar",
          "invitare",
          "uitnodigen",
          "convidar",
          "call",
          "talk",
          "meeting",
          "gesprach",
          "appel",
          "llamada");

  private AskRules() {}

  /** Null where nothing is asked. */
  static @Nullable Integer minutes(Marked letter) {
    if (!letter.asks()) {
      return null;
    }
    var lengths = lengths(letter);
    boolean page = letter.body().stream().anyMatch(line -> line.asks() && isWork(line));
    if (!lengths.isEmpty()) {
      return chosen(lengths, letter) + (page ? PAGE : 0);
    }
    if (letter.body().stream().anyMatch(AskRules::isHour)) {
      return HOUR + (page ? PAGE : 0);
    }
    boolean shortly = letter.body().stream().anyMatch(line -> line.has(Cue.ONE_WORD));
    boolean meets = letter.announcesVisit() || letter.all().stream().anyMatch(AskRules::isMeeting);
    if (meets && !shortly) {
      return MEETING + (page ? PAGE : 0);
    }
    return answers(letter, shortly);
  }

  private static boolean isMeeting(Line line) {
    return line.asks()
        && !line.has(Cue.FORWARD)
        && line.found().stream().anyMatch(found -> found.cue() == Cue.MEET && !isBump(found, line));
  }

  /** "Did you have time to look at it?" and "I drop by again" ask for no time. */
  private static boolean isBump(Found meeting, Line line) {
    return line.found().stream()
        .anyMatch(found ->
            found.cue() == Cue.BUMP
                && found.begin() <= meeting.begin()
                && meeting.begin() < found.end());
  }

  private static boolean isHour(Line line) {
    return line.asks() && (line.has(Cue.MEAL) || line.has(Cue.WORKSHOP));
  }

  private static boolean isWork(Line line) {
    return line.has(Cue.WORK) && !line.has(Cue.BUMP);
  }

  /** Without a meeting: each question costs its answer. */
  private static int answers(Marked letter, boolean shortly) {
    int minutes = 0;
    int lines = 0;
    for (var line : letter.body()) {
      if (!line.asks()) {
        continue;
      }
      int cost =
          isWork(line)
              ? PAGE
              : line.has(Cue.FORWARD)
                  ? CONSIDERED
                  : line.has(Cue.OPEN) && !shortly ? CONSIDERED : LINE;
      if (cost == LINE) {
        lines++;
      }
      minutes = Math.max(minutes, cost);
    }
    return lines > MOST_LINES ? Math.max(minutes, PAGE) : Math.max(minutes, LINE);
  }

  private static List<List<Integer>> lengths(Marked letter) {
    var lengths = new ArrayList<List<Integer>>();
    var lines = letter.all();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var named = line.isShown() ? List.<Integer>of() : Durations.in(line.sentence());
      if (!named.isEmpty() && belongsToAsk(lines, i)) {
        lengths.add(named);
      }
    }
    return lengths;
  }

  private static boolean belongsToAsk(List<Line> lines, int at) {
    var line = lines.get(at);
    if (line.asks() || line.inSubject()) {
      return true;
    }
    boolean beside =
        (at > 1 && lines.get(at - 1).asks()) || (at + 1 < lines.size() && lines.get(at + 1).asks());
    boolean proposes =
        line.has(Cue.MEET)
            || line.has(Cue.VISIT)
            || line.sentence().words().stream().anyMatch(word -> PROPOSING.contains(word.text()));
    boolean begins = Durations.in(line.sentence().beginning(LONGEST_LENGTH)).size() > 0;
    return proposes || (beside && (begins || line.sentence().words().size() <= FRAGMENT));
  }

  /** The smallest of alternatives; of lengths named for the same thing the longest. */
  private static int chosen(List<List<Integer>> lengths, Marked letter) {
    boolean alternatives =
        letter.body().stream()
            .filter(line -> Durations.in(line.sentence()).size() > 0)
            .anyMatch(line ->
                line.sentence().words().stream().anyMatch(word -> OR.contains(word.text())));
    var all = lengths.stream().flatMap(List::stream).mapToInt(Integer::intValue);
    return alternatives ? all.min().orElse(LINE) : all.max().orElse(LINE);
  }
}
