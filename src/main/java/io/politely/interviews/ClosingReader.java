package io.politely.interviews;

import io.politely.interviews.DebriefProposal.Decision;
import io.politely.interviews.DebriefProposal.Mood;
import io.politely.interviews.DebriefProposal.NextStep;
import io.politely.interviews.DebriefProposal.Promise;
import io.politely.interviews.DebriefProposal.Side;
import io.politely.interviews.DebriefProposal.Vibe;
import io.politely.reading.NamedDay;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the mood, what comes next, what was promised, and whether they would accept. */
final class ClosingReader {

  private static final int LONGEST_VIBE = 3;

  /** "Would I take it?" is the question again. */
  private static final int LONGEST_ECHO = 60;

  /** An answer stands within so many sentences of its question. */
  private static final int FAR_BACK = 40;

  private final Told told;
  private final List<Told.Sentence> sentences;
  private final DebriefWords words;
  private final ZonedDateTime toldAt;
  private final boolean[] closing;
  private final SequencedSet<Integer> decisionAt = new LinkedHashSet<>();
  private final SequencedSet<Integer> vibeAt = new LinkedHashSet<>();
  private final SequencedSet<Integer> nextAt = new LinkedHashSet<>();
  private final SequencedSet<Integer> promisesAt = new LinkedHashSet<>();

  ClosingReader(Told told, DebriefWords words, ZonedDateTime toldAt) {
    this.told = told;
    this.sentences = told.sentences();
    this.words = words;
    this.toldAt = toldAt;
    this.closing = new boolean[sentences.size()];
    findDecision();
    findVibe();
    findPromises();
    findNext();
    for (var list : List.of(decisionAt, vibeAt, nextAt, promisesAt)) {
      list.forEach(it -> closing[it] = true);
    }
  }

  /** Which sentences are about none of the questions. */
  boolean[] closing() {
    return closing;
  }

  List<Told.Sentence> decisionSentences() {
    return decisionAt.stream().map(sentences::get).toList();
  }

  boolean isDecision(int sentence) {
    return decisionAt.contains(sentence);
  }

  private String text(int sentence) {
    return sentences.get(sentence).text();
  }

  private boolean sameParagraph(int one, int other) {
    return sentences.get(one).paragraph() == sentences.get(other).paragraph();
  }

  private boolean isTold(int sentence) {
    return words.has(DebriefCue.ASKED, text(sentence))
        || words.has(DebriefCue.I_ASKED, text(sentence));
  }

  // ---- whether they would accept

  /** From the last sentence that takes up the question, to the end of that paragraph. */
  private void findDecision() {
    int begin = -1;
    for (int i = sentences.size() - 1; i >= 0; i--) {
      if (words.has(DebriefCue.WOULD_I, text(i)) && !isTold(i)) {
        begin = i;
        break;
      }
    }
    while (begin > 0
        && sameParagraph(begin - 1, begin)
        && (words.has(DebriefCue.WOULD_I, text(begin - 1))
            || words.has(DebriefCue.NO, text(begin - 1))
            || words.has(DebriefCue.IF, text(begin - 1))
            || words.has(DebriefCue.YES, text(begin - 1))
            || words.has(DebriefCue.HEDGE, text(begin - 1)))
        && !isTold(begin - 1)) {
      begin--;
    }
    if (begin < 0 && !sentences.isEmpty()) {
      begin = sentences.size() - 1;
      while (begin > 0 && sameParagraph(begin - 1, sentences.size() - 1)) {
        begin--;
      }
      boolean decides = false;
      boolean weighs = false;
      for (int i = begin; i < sentences.size(); i++) {
        decides = decides || stance(text(i)) != null;
        weighs =
            weighs
                || words.has(DebriefCue.NOT_YET, text(i))
                || words.has(DebriefCue.HEDGE, text(i))
                || words.has(DebriefCue.MONEY, text(i));
      }
      decides = decides && weighs;
      if (!decides) {
        return;
      }
    }
    for (int i = Math.max(0, begin); i < sentences.size() && sameParagraph(i, begin); i++) {
      decisionAt.add(i);
    }
  }

  @Nullable Decision decision() {
    var stances = new ArrayList<Commitment>();
    var told = new ArrayList<Integer>();
    for (int i : decisionAt) {
      var stance = stance(text(i));
      if (stance != null) {
        stances.add(stance);
        told.add(i);
      }
    }
    if (stances.isEmpty()) {
      return null;
    }
    boolean open = stances.contains(Commitment.NOT_A_YES);
    boolean notYet = told.stream().anyMatch(it -> words.has(DebriefCue.NOT_YET, text(it)));
    var commitment =
        stances.getFirst() == Commitment.NO && !notYet && !stances.contains(Commitment.YES)
            ? Commitment.NO
            : open || !stances.contains(Commitment.YES) ? Commitment.NOT_A_YES : Commitment.YES;
    return new Decision(commitment, quote(commitment, told));
  }

  /** The words that settle it: the plainest one, the fullest yes, a no with its reason. */
  private String quote(Commitment commitment, List<Integer> told) {
    int begin = told.getFirst();
    int end = begin;
    for (int i : told) {
      boolean firm = words.has(DebriefCue.NOT_YET, text(i));
      boolean fuller =
          commitment == Commitment.YES
              && stance(text(i)) == Commitment.YES
              && text(i).length() > text(begin).length();
      if (firm || fuller) {
        begin = i;
        end = i;
      } else if (commitment == Commitment.NOT_A_YES
          && i == end + 1
          && stance(text(i)) == commitment
          && text(begin).length() < LONGEST_ECHO / 2
          && !words.has(DebriefCue.NOT_YET, text(begin))) {
        end = i;
      }
    }
    boolean bare = commitment == Commitment.NO && text(begin).length() < LONGEST_ECHO / 4;
    if (bare && decisionAt.contains(begin + 1)) {
      end = begin + 1;
    }
    return this.told.quote(sentences.get(begin).begin(), sentences.get(end).end());
  }

  private @Nullable Commitment stance(String sentence) {
    if (words.has(DebriefCue.NOT_YET, sentence)) {
      return Commitment.NOT_A_YES;
    }
    boolean yes = words.has(DebriefCue.YES, sentence);
    boolean no = words.has(DebriefCue.NO, sentence);
    boolean echoes = words.has(DebriefCue.WOULD_I, sentence) && sentence.length() < LONGEST_ECHO;
    if (sentence.endsWith("?") && (!yes || echoes)) {
      return null;
    }
    if (no && words.matcher(DebriefCue.NO, sentence).lookingAt() && !yes) {
      return Commitment.NO;
    }
    if (words.has(DebriefCue.HEDGE, sentence)) {
      return Commitment.NOT_A_YES;
    }
    boolean condition =
        words.has(DebriefCue.IF, sentence)
            && !words.has(DebriefCue.MONEY, digits(sentence))
            && !words.has(DebriefCue.MOVE, sentence)
            && !digits(sentence).matches(".*\\d{2}.*");
    if (yes) {
      return condition ? Commitment.NOT_A_YES : Commitment.YES;
    }
    return no && !condition ? isOnlyMoney(sentence) ? null : Commitment.NO : null;
  }

  private boolean isOnlyMoney(String sentence) {
    return words.has(DebriefCue.MONEY, sentence) || digits(sentence).matches(".*\\d{2}.*");
  }

  private String digits(String sentence) {
    return Numerals.of(sentence, words.language()).text();
  }

  // ---- the mood

  private void findVibe() {
    int best = -1;
    int most = 0;
    for (int i = 0; i < sentences.size(); i++) {
      if (decisionAt.contains(i) || isTold(i) || !words.has(DebriefCue.VIBE, text(i))) {
        continue;
      }
      int weight = 2 * words.count(DebriefCue.VIBE, text(i)) + mood(text(i)).length();
      boolean begins = words.first(DebriefCue.VIBE, text(i)) < 25;
      weight += begins ? 3 : 0;
      if (!mood(text(i)).isEmpty() && weight > most) {
        best = i;
        most = weight;
      }
    }
    if (best < 0) {
      return;
    }
    for (int i = best;
        i < sentences.size() && i < best + LONGEST_VIBE && sameParagraph(i, best);
        i++) {
      boolean other =
          i > best
              && (decisionAt.contains(i)
                  || words.has(DebriefCue.CONTACT, text(i))
                  || words.has(DebriefCue.FACT, text(i)));
      if (other) {
        break;
      }
      vibeAt.add(i);
    }
    while (vibeAt.size() > 1 && mood(text(vibeAt.getLast())).isEmpty() && vibeAt.size() > 2) {
      vibeAt.removeLast();
    }
  }

  /** A letter for each kind of mood that the words tell. */
  private String mood(String text) {
    return (words.has(DebriefCue.POSITIVE, text) ? "+" : "")
        + (words.has(DebriefCue.NEGATIVE, text) ? "-" : "")
        + (words.has(DebriefCue.NEUTRAL, text) ? "0" : "")
        + (words.has(DebriefCue.MIXED, text) ? "~" : "");
  }

  @Nullable Vibe vibe() {
    if (vibeAt.isEmpty()) {
      return null;
    }
    int begin = sentences.get(vibeAt.getFirst()).begin();
    int end = sentences.get(vibeAt.getLast()).end();
    var quote = told.quote(begin, end);
    var plain = told.plain().substring(begin, end);
    int overall = words.first(DebriefCue.OVERALL, plain);
    return new Vibe(label(overall >= 0 ? plain.substring(overall) : plain), quote);
  }

  private Mood label(String text) {
    int good = words.count(DebriefCue.POSITIVE, text);
    int bad = words.count(DebriefCue.NEGATIVE, text);
    if (words.has(DebriefCue.MIXED, text)) {
      return Mood.MIXED;
    }
    if (words.has(DebriefCue.NEUTRAL, text)
        && good < words.count(DebriefCue.NEUTRAL, text)
        && bad <= 1) {
      return Mood.NEUTRAL;
    }
    if (good > 0 && bad > 0) {
      return good >= bad + 2 ? Mood.POSITIVE : Mood.MIXED;
    }
    return bad > 0 ? Mood.NEGATIVE : good > 0 ? Mood.POSITIVE : Mood.NEUTRAL;
  }

  // ---- promises

  private void findPromises() {
    for (int i = 0; i < sentences.size(); i++) {
      boolean elsewhere = decisionAt.contains(i) || vibeAt.contains(i) || isTold(i);
      boolean answers = closingOnlyByPromise(i) && days(text(i)).isEmpty();
      if (!elsewhere && !answers && words.has(DebriefCue.PROMISE, text(i))) {
        promisesAt.add(i);
      }
    }
  }

  List<Promise> promises() {
    var promises = new ArrayList<Promise>();
    for (int i : promisesAt) {
      var text = text(i);
      int at = words.first(DebriefCue.PROMISE, text);
      int begin = Math.max(text.lastIndexOf(". ", at), 0);
      var what = text.substring(begin);
      var due = lastDay(what, false);
      if (due == null
          && i + 1 < sentences.size()
          && sameParagraph(i, i + 1)
          && text(i + 1).length() < 50) {
        due = lastDay(text(i + 1), false);
      }
      boolean answer = due == null && i > 0 && closingOnlyByPromise(i);
      if (!answer) {
        promises.add(new Promise(what.strip(), due));
      }
    }
    return promises;
  }

  /** Inside of a paragraph about questions, without a day, "I would call them" is an answer. */
  private boolean closingOnlyByPromise(int sentence) {
    for (int i = sentence - 1;
        i >= 0 && i > sentence - FAR_BACK && sameParagraph(i, sentence);
        i--) {
      if (isTold(i)) {
        return true;
      }
    }
    return false;
  }

  // ---- what comes next

  private void findNext() {
    int best = -1;
    int most = 2;
    for (int i = 0; i < sentences.size(); i++) {
      if (decisionAt.contains(i) || vibeAt.contains(i) || isTold(i)) {
        continue;
      }
      var text = text(i);
      boolean onlyPromise = promisesAt.contains(i) && !words.has(DebriefCue.CONTACT, text);
      int weight = onlyPromise ? 0 : weight(text, i);
      if (weight > most || (weight == most && weight > 2)) {
        best = i;
        most = weight;
      }
    }
    if (best < 0) {
      return;
    }
    int begin = best;
    while (begin > 0 && best - begin < 2 && sameParagraph(begin - 1, best) && belongs(begin - 1)) {
      begin--;
    }
    int end = best;
    while (end + 1 < sentences.size()
        && end - best < 2
        && sameParagraph(end + 1, best)
        && belongs(end + 1)) {
      end++;
    }
    for (int i = begin; i <= end; i++) {
      nextAt.add(i);
    }
  }

  private boolean belongs(int i) {
    return !decisionAt.contains(i)
        && !vibeAt.contains(i)
        && !isTold(i)
        && !promisesAt.contains(i)
        && (words.has(DebriefCue.NEXT, text(i))
            || words.has(DebriefCue.CONTACT, text(i))
            || !days(text(i)).isEmpty());
  }

  private int weight(String text, int i) {
    int next = words.has(DebriefCue.NEXT, text) ? 2 : 0;
    int contact = words.has(DebriefCue.CONTACT, text) ? 2 : 0;
    int day = next + contact > 0 && !days(text).isEmpty() ? 2 : 0;
    int labelled = words.first(DebriefCue.NEXT, text) == 0 ? 1 : 0;
    return next + contact + day + labelled + (i > sentences.size() / 2 ? 1 : 0);
  }

  @Nullable NextStep nextStep() {
    if (nextAt.isEmpty()) {
      return null;
    }
    int begin = sentences.get(nextAt.getFirst()).begin();
    int end = sentences.get(nextAt.getLast()).end();
    LocalDate due = null;
    boolean contacted = false;
    for (int i : nextAt) {
      var text = text(i);
      var confirmed = text.length() < 40 && due != null ? lastDay(text, true) : null;
      boolean contact = words.has(DebriefCue.CONTACT, text);
      if (confirmed != null) {
        due = confirmed;
      } else if (contact || !contacted) {
        var day = contactDay(text);
        due = day == null ? due : day;
      }
      contacted = contacted || (contact && due != null);
    }
    return new NextStep(told.quote(begin, end), side(), due);
  }

  /** Whose turn it is: that of the client, unless only what others do is told. */
  private Side side() {
    boolean mine = false;
    boolean yours = false;
    for (int i : nextAt) {
      for (var clause : CLAUSES.split(text(i), -1)) {
        if (words.has(DebriefCue.I_DO, clause)) {
          mine = true;
        } else if (words.has(DebriefCue.YOU_DO, clause)) {
          yours = true;
        } else if (words.has(DebriefCue.CONTACT, clause)) {
          return Side.CLIENT;
        }
      }
    }
    return mine ? Side.CANDIDATE : yours ? Side.RECRUITER : Side.CLIENT;
  }

  private static final Pattern CLAUSES =
      Pattern.compile("[,;:.!?]| (?:and|but|so|then|und|aber|et|mais|y|e|ma|en|maar|mas) ");

  /** The day of the clause in which they get in touch; else the last one. */
  private @Nullable LocalDate contactDay(String text) {
    var days = days(text);
    if (days.isEmpty()) {
      return null;
    }
    var limits = days.stream().filter(NamedDay::isLimit).toList();
    if (limits.size() == 1) {
      return limits.getFirst().due();
    }
    var contacts = words.all(DebriefCue.CONTACT, text);
    NamedDay best = null;
    int nearest = Integer.MAX_VALUE;
    for (var day : days) {
      for (var contact : contacts) {
        boolean after = day.begin() >= contact.start();
        int distance = after ? day.begin() - contact.end() : contact.start() - day.end();
        var between =
            text.substring(
                Math.max(0, Math.min(contact.end(), day.end())),
                Math.max(
                    Math.min(contact.end(), day.end()), Math.max(contact.start(), day.begin())));
        distance += between.contains(",") ? 40 : 0;
        if (distance < nearest) {
          nearest = distance;
          best = day;
        }
      }
    }
    return best == null ? days.getLast().due() : refined(best, days);
  }

  /** "By next Wednesday, that is by the 17th": the same day said twice. */
  private static LocalDate refined(NamedDay best, List<NamedDay> days) {
    var last = days.getLast();
    return last.begin() > best.begin() && last.begin() - best.end() < 16 ? last.due() : best.due();
  }

  private @Nullable LocalDate lastDay(String text, boolean bare) {
    var days = days(bare ? text.replaceFirst("^(?:So|And|Also|Donc|Dus|O sea)[, ]+", "") : text);
    return days.isEmpty() ? null : days.getLast().due();
  }

  List<NamedDay> days(String text) {
    return NamedDay.in(text, words.language(), toldAt.toLocalDate(), toldAt.getZone());
  }
}
