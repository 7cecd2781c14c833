package io.politely.wording;

import io.politely.reading.Act;
import io.politely.reading.Letter;
import io.politely.reading.Reader;
import io.politely.wording.PhraseBook.Found;
import io.politely.wording.Prose.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A letter with all that its sentences do, found once. */
final class Marked {

  /** What somebody else is to be shown stands in quotation marks, and is longer than this. */
  private static final int LONGEST_SAYING = 60;

  private static final String BETWEEN_CLAUSES = ",;:()–—\n";
  private static final String OPENING = "\"“„«";
  private static final String CLOSING = "\"”“»";

  /**
   * A line of the letter.
   *
   * @param inSubject whether it is the subject
   * @param asks whether it wants an answer or an act
   * @param isShown whether it is part of what somebody else is to be shown
   */
  record Line(
      Sentence sentence, boolean inSubject, boolean asks, boolean isShown, List<Found> found) {

    boolean has(Cue cue) {
      return found.stream().anyMatch(it -> it.cue() == cue);
    }

    boolean hasAny(Set<Cue> cues) {
      return found.stream().anyMatch(it -> cues.contains(it.cue()));
    }

    /** "Please forget my mail" asks nothing; a question always does. */
    boolean asksNothing() {
      return has(Cue.ASKS_NOTHING) && !sentence.isQuestion();
    }

    /**
     * "I hope that you had a good week": next to nothing but a civil phrase, which asks nothing.
     */
    boolean isCourtesy() {
      return !sentence.isQuestion()
          && found.stream()
              .filter(it -> COURTESIES.contains(it.cue()))
              .anyMatch(it -> (it.end() - it.begin()) >= COURTESY_SHARE * sentence.text().length());
    }

    Line asking(boolean asks) {
      return new Line(sentence, inSubject, asks, isShown, found);
    }
  }

  private static final Set<Cue> COURTESIES = EnumSet.of(Cue.PLEASANTRY, Cue.APOLOGY);

  /** Of a sentence that is a courtesy, the phrase takes up so much. */
  private static final double COURTESY_SHARE = 0.6;

  private static final Set<Cue> NUDGES = EnumSet.of(Cue.ASK);

  /** What no sentence does that tells of a letter as of any other thing. */
  private static final Set<Cue> NUDGING = EnumSet.of(Cue.BUMP, Cue.WAITING, Cue.ASK, Cue.CLOSE);

  /** From somebody who has no answer, a bump or a visit that is announced asks too. */
  private static final Set<Cue> UNASKED =
      EnumSet.of(Cue.BUMP, Cue.ASK, Cue.VISIT, Cue.THREAT, Cue.TRACKING);

  private final Writing writing;
  private final boolean isUnanswered;
  private final List<Line> lines;

  private Marked(Writing writing, boolean isUnanswered, List<Line> lines) {
    this.writing = writing;
    this.isUnanswered = isUnanswered;
    this.lines = List.copyOf(lines);
  }

  static Marked of(Writing writing, boolean theyWroteLast, PhraseBook book) {
    var letter =
        new Letter(
            Map.of("subject", List.of(writing.subject())),
            writing.writtenAt(),
            writing.body(),
            null,
            List.of("text/plain"),
            null);
    var asked = new ArrayList<String>();
    for (var signal : Reader.read(letter).signals()) {
      if (signal.act() == Act.ASK || signal.act() == Act.QUESTION) {
        asked.add(signal.quote());
      }
    }
    var lines = new ArrayList<Line>();
    var subject = Prose.line(writing.subject());
    lines.add(new Line(subject, true, subject.isQuestion(), false, said(subject, book)));
    var shown = shown(writing.body());
    for (var sentence : Prose.of(writing.body())) {
      boolean isShown = isWithin(sentence, shown);
      var line = new Line(sentence, false, false, isShown, said(sentence, book));
      boolean asks =
          !isShown && !line.asksNothing() && !line.isCourtesy() && asks(sentence.text(), asked);
      lines.add(line.asking(asks));
    }
    return new Marked(writing, !theyWroteLast, withNudges(lines, theyWroteLast));
  }

  /** What a sentence does; one that tells of a reminder is none. */
  private static List<Found> said(Sentence sentence, PhraseBook book) {
    var found = book.in(sentence);
    boolean tells = !sentence.isQuestion() && found.stream().anyMatch(it -> it.cue() == Cue.TOLD);
    return tells ? found.stream().filter(it -> !NUDGING.contains(it.cue())).toList() : found;
  }

  /** A nudge without a question mark asks, if nothing else does. */
  private static List<Line> withNudges(List<Line> lines, boolean theyWroteLast) {
    if (lines.stream().anyMatch(line -> line.asks() && !line.inSubject())) {
      return lines;
    }
    return lines.stream()
        .map(line ->
            !line.inSubject()
                    && !line.isShown()
                    && !line.asksNothing()
                    && !line.isCourtesy()
                    && line.hasAny(theyWroteLast ? NUDGES : UNASKED)
                ? line.asking(true)
                : line)
        .toList();
  }

  private static boolean asks(String sentence, List<String> asked) {
    return asked.stream()
        .anyMatch(quote ->
            quote.endsWith("…")
                ? sentence.startsWith(quote.substring(0, quote.length() - 1))
                : sentence.equals(quote));
  }

  private static boolean isWithin(Sentence sentence, List<int[]> ranges) {
    int middle = (sentence.begin() + sentence.end()) / 2;
    return ranges.stream().anyMatch(range -> range[0] <= middle && middle < range[1]);
  }

  /** The ranges between quotation marks that are more than a saying. */
  private static List<int[]> shown(String body) {
    var ranges = new ArrayList<int[]>();
    int at = 0;
    while (at < body.length()) {
      int mark = OPENING.indexOf(body.charAt(at));
      int end = mark < 0 ? -1 : body.indexOf(CLOSING.charAt(mark), at + 1);
      if (end < 0) {
        at++;
      } else {
        if (end - at > LONGEST_SAYING) {
          ranges.add(new int[] {at, end + 1});
        }
        at = end + 1;
      }
    }
    return ranges;
  }

  Writing writing() {
    return writing;
  }

  Line subject() {
    return lines.getFirst();
  }

  /** The sentences of the body. */
  List<Line> body() {
    return lines.subList(1, lines.size());
  }

  /** The subject and the sentences of the body. */
  List<Line> all() {
    return lines;
  }

  /** The words of a phrase where it was found. */
  Passage passage(Line line, Found found) {
    var whole = line.inSubject() ? writing.subject() : writing.body();
    var text = whole.substring(found.begin(), found.end());
    return new Passage(line.inSubject(), found.begin(), found.end(), text);
  }

  /** Whether it announces a visit, or takes their time, without having been answered. */
  boolean announcesVisit() {
    return isUnanswered && has(Cue.VISIT);
  }

  /** Whether the letter wants anything; a subject that only asks to be read does not. */
  boolean asks() {
    return body().stream().anyMatch(Line::asks)
        || (subject().asks()
            && body().stream().allMatch(line -> line.sentence().words().size() < 3));
  }

  boolean has(Cue cue) {
    return lines.stream().anyMatch(line -> !line.isShown() && line.has(cue));
  }

  /** All places of a kind, in order, none twice. */
  List<Passage> passages(Cue cue) {
    return passages(cue, _ -> true);
  }

  /** The same without those that another cue of their sentence takes back: "it is not urgent". */
  List<Passage> passages(Cue cue, Cue takenBackBy) {
    return passages(cue, line -> !line.has(takenBackBy));
  }

  private List<Passage> passages(Cue cue, Predicate<Line> holds) {
    var passages = new ArrayList<Passage>();
    for (var line : lines) {
      for (var found : line.found()) {
        if (found.cue() == cue && !line.isShown() && holds.test(line)) {
          join(passages, passage(line, found));
        }
      }
    }
    return passages;
  }

  /**
   * What only nudges, flatters or fills: the clauses that do, one passage in a sentence. That they
   * are watched is told once.
   */
  List<Passage> emptyPhrases() {
    var passages = new ArrayList<Passage>();
    boolean isTold = false;
    for (var line : lines) {
      var empty = line.isShown() ? List.<Found>of() : empty(line, isTold);
      if (!empty.isEmpty()) {
        int end = empty.stream().mapToInt(Found::end).max().orElseThrow();
        passages.add(clauses(line, empty.getFirst(), end));
      }
      isTold |= line.has(Cue.TRACKING);
    }
    return passages;
  }

  /**
   * Whoever brings what was asked for nudges nobody: "Sorry, me again", "back on your question". A
   * threat is told as one.
   */
  private List<Found> empty(Line line, boolean isTold) {
    boolean nudges = asks() && !line.asksNothing();
    return line.found().stream()
        .filter(it -> it.cue().isEmpty())
        .filter(it -> it.cue() != Cue.BUMP || (nudges && !line.has(Cue.THREAT)))
        .filter(it -> it.cue() != Cue.WAITING || !line.asksNothing())
        .filter(it -> it.cue() != Cue.TRACKING || !isTold)
        .toList();
  }

  private Passage clauses(Line line, Found first, int end) {
    var whole = line.inSubject() ? writing.subject() : writing.body();
    int begin = first.begin();
    while (begin > line.sentence().begin()
        && BETWEEN_CLAUSES.indexOf(whole.charAt(begin - 1)) < 0) {
      begin--;
    }
    while (Character.isWhitespace(whole.charAt(begin))) {
      begin++;
    }
    int stop = end;
    while (stop < line.sentence().end() && BETWEEN_CLAUSES.indexOf(whole.charAt(stop)) < 0) {
      stop++;
    }
    return passage(line, new Found(first.cue(), begin, stop));
  }

  private void join(List<Passage> passages, Passage next) {
    var last = passages.isEmpty() ? null : passages.getLast();
    if (last != null && last.inSubject() == next.inSubject() && next.begin() <= last.end()) {
      var whole = next.inSubject() ? writing.subject() : writing.body();
      passages.set(passages.size() - 1, last.joinedTo(next, whole));
    } else {
      passages.add(next);
    }
  }

  /** What of the letter is words, without its writer's name and greeting being told apart. */
  int words() {
    return (int) writing.body().lines().flatMap(line -> Prose.line(line).words().stream()).count();
  }
}
