package io.politely.interviews;

import io.politely.interviews.DebriefProposal.Landed;
import io.politely.interviews.DebriefProposal.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns reported questions into questions, with the answer that follows and how it was taken. What
 * is asked lasts until the candidate speaks or the sentence ends; the answer until the next one
 * asks.
 */
final class QuestionReader {

  /** What the candidate asked, and what was said to that. */
  record Own(String question, List<String> replies) {}

  private static final int LONGEST_ANSWER = 400;
  private static final int SHORTEST = 4;

  private static final Pattern CLAUSE =
      Pattern.compile(
          "[,;.!?–—]\\s+|\\s(?=(?:and|but|so|und|aber|et|mais|y|pero|en|maar|e|ma|mas)\\s)");
  private static final Pattern JOINT =
      Pattern.compile(
          "^(?:and|but|so|und|aber|et|mais|y|pero|en|maar|e|ma|mas|also|,|honestly|well)[ ,]+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MINE =
      Pattern.compile(
          "no,? that was (?:my|mine)|nein,? das war meine|non,? (?:ça )?c'était ma|no,? esa"
              + " (?:fue|era) (?:la )?mía|nee,? dat was mijn",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SAID =
      Pattern.compile(
          "^(?:and |but |so |und |aber |et |y |en |da |dann |là,? |ahí |toen |honestly,?"
              + " )*(?:(?:I|ich|je|j'ai|j'|yo|ik|eu|io)\\s?)?(?:(?:just |then |only |have |habe"
              + " |hab |heb |ho |le |les |lui |leur |gli |lhe )*)(?:said|told"
              + " (?:him|her|them)|answered|gesagt|sagte|meinte|antwortete|dit|répondu|dije|contesté|respondí|zei|antwoordde|detto|risposto|disse|respondi)(?:"
              + " (?:ich|ik|that|dass|que|dat|che|him|her))?[ ,:]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Where in a sentence somebody begins to ask. */
  private record Start(
      int sentence, int begin, int content, boolean own, boolean several, boolean named) {}

  private final List<Told.Sentence> sentences;
  private final PersonFinder people;
  private final DebriefWords words;
  private final List<Question> questions = new ArrayList<>();
  private final List<Own> own = new ArrayList<>();
  private final boolean[] about;
  private @Nullable Person asker;

  private QuestionReader(List<Told.Sentence> sentences, PersonFinder people, DebriefWords words) {
    this.sentences = sentences;
    this.people = people;
    this.words = words;
    this.about = new boolean[sentences.size()];
  }

  static QuestionReader read(
      List<Told.Sentence> sentences, PersonFinder people, DebriefWords words, boolean[] closing) {
    var reader = new QuestionReader(sentences, people, words);
    reader.read(closing);
    return reader;
  }

  List<Question> questions() {
    return questions;
  }

  List<Own> own() {
    return own;
  }

  /** Whether a sentence tells a question or what was said to it. */
  boolean isAbout(int sentence) {
    return about[sentence];
  }

  private void read(boolean[] closing) {
    var starts = new ArrayList<Start>();
    boolean asking = false;
    int paragraph = -1;
    for (int i = 0; i < sentences.size(); i++) {
      if (sentences.get(i).paragraph() != paragraph) {
        paragraph = sentences.get(i).paragraph();
        asking = false;
      }
      if (closing[i]) {
        continue;
      }
      var found = starts(i, asking);
      starts.addAll(found);
      asking = asking || found.stream().anyMatch(it -> !it.own());
    }
    for (int i = 0; i < starts.size(); i++) {
      take(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : null, closing);
    }
  }

  // ---- where somebody asks

  private List<Start> starts(int sentence, boolean asking) {
    var text = sentences.get(sentence).text();
    var starts = new ArrayList<Start>();
    int from = 0;
    while (from < text.length()) {
      var mine = words.matcher(DebriefCue.I_ASKED, text);
      var theirs = words.matcher(DebriefCue.ASKED, text);
      boolean own = mine.find(from);
      boolean asked = theirs.find(from);
      if (own
          && (!asked || mine.start() <= theirs.start() || mine.end() >= theirs.end())
          && !(asked && theirs.start() < mine.start() && theirs.end() >= mine.end())) {
        starts.add(new Start(sentence, mine.start(), mine.end(), true, false, true));
        from = mine.end();
      } else if (asked) {
        var rest = text.substring(theirs.end()).stripLeading();
        boolean several = words.matcher(DebriefCue.SEVERAL, rest).lookingAt();
        starts.add(new Start(sentence, theirs.start(), theirs.end(), false, several, true));
        from = theirs.end();
      } else {
        break;
      }
    }
    if (starts.isEmpty()) {
      var alone = alone(sentence, text, asking);
      if (alone != null) {
        starts.add(alone);
      }
    }
    return starts;
  }

  /** "Kip: what did…", "Second, have I…", or a question as it was said. */
  private @Nullable Start alone(int sentence, String text, boolean asking) {
    for (var mention : people.mentions(sentence)) {
      if (mention.begin() < 3 && text.startsWith(":", mention.end())) {
        return new Start(sentence, mention.begin(), mention.end() + 1, false, false, true);
      }
    }
    if (!asking) {
      return null;
    }
    int from = 0;
    var next = words.matcher(DebriefCue.NEXT_QUESTION, text);
    if (next.lookingAt()) {
      from = next.end();
    }
    while (from < text.length() && " ,:\"„“«¿".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    var asks = words.matcher(DebriefCue.ASKS, text);
    asks.region(from, text.length());
    return asks.lookingAt() && (text.length() - from > 12)
        ? new Start(sentence, from, from, false, false, false)
        : null;
  }

  // ---- one question

  private void take(Start start, @Nullable Start next, boolean[] closing) {
    var text = sentences.get(start.sentence()).text();
    int until =
        next != null && next.sentence() == start.sentence()
            ? clauseBefore(text, next.begin(), start.content())
            : text.length();
    int content = skipFillers(start.sentence(), start.content(), until);
    int end = questionEnd(text, content, until, start.own());
    var question = text.substring(content, Math.max(content, end));
    var rest = rest(start, next, end, until, closing);
    if (!start.own() && MINE.matcher(text).find()) {
      own.add(new Own(asQuestion(question), List.of()));
      return;
    }
    Person by = null;
    if (!start.own()) {
      by =
          start.named()
              ? people.asker(start.sentence(), start.begin(), start.content(), asker)
              : words.matcher(DebriefCue.THEY, question).find()
                      && words.language().equals("en")
                      && question.startsWith("tell us")
                  ? null
                  : asker;
      asker = by == null ? asker : by;
    }
    if (start.several() || question.strip().length() < SHORTEST) {
      var inside = text.substring(Math.min(text.length(), end));
      if (!start.several() || inside.length() < 12) {
        return;
      }
      question = inside.replaceFirst("^[ ,:]+", "");
    }
    if (start.own()) {
      own.add(new Own(asQuestion(question), rest));
      return;
    }
    var answer = answer(rest);
    questions.add(
        new Question(
            by == null ? null : by.name(),
            asQuestion(question),
            answer,
            landed(String.join(" ", rest), answer)));
  }

  /** The clause before the next asking goes with that: "and she asked". */
  private static int clauseBefore(String text, int begin, int least) {
    int cut = begin;
    var matcher = CLAUSE.matcher(text);
    while (matcher.find() && matcher.start() < begin) {
      cut = matcher.start() >= least ? matcher.start() : cut;
    }
    return Math.max(cut, least);
  }

  private int skipFillers(int sentence, int from, int until) {
    var text = sentences.get(sentence).text();
    int at = from;
    boolean moved = true;
    while (moved) {
      moved = false;
      while (at < until && " ,:\"„“«¿'-".indexOf(text.charAt(at)) >= 0) {
        at++;
        moved = true;
      }
      var filler = words.matcher(DebriefCue.FILLER, text);
      filler.region(at, until);
      filler.useTransparentBounds(true);
      if (at < until && filler.lookingAt()) {
        at = filler.end();
        moved = true;
      }
      for (var mention : people.mentions(sentence)) {
        if (mention.begin() == at
            && at < until
            && mention.end() <= until
            && !people.met().isEmpty()
            && at - from < 12) {
          at = mention.end();
          moved = true;
        }
      }
    }
    return at;
  }

  /** Up to the question mark or to where the candidate, or for an own question they, speak. */
  private int questionEnd(String text, int from, int until, boolean own) {
    int end = until;
    int mark = text.indexOf('?', from);
    if (mark >= 0 && mark < end) {
      end = mark + 1;
    }
    var clauses = CLAUSE.matcher(text);
    int at = from;
    while (clauses.find(at) && clauses.start() < end) {
      int begin = clauses.end();
      var rest = text.substring(begin, until);
      var joint = JOINT.matcher(rest);
      while (joint.find()) {
        rest = rest.substring(joint.end());
        joint = JOINT.matcher(rest);
      }
      boolean speaks =
          words.matcher(own ? DebriefCue.THEY_SAID : DebriefCue.I_SAID, rest).lookingAt()
              || (!own && words.matcher(DebriefCue.THEY_SAID, rest).lookingAt());
      if (speaks && clauses.start() - from >= SHORTEST) {
        return Math.min(end, clauses.start());
      }
      at = Math.max(begin, clauses.start() + 1);
      if (at >= text.length()) {
        break;
      }
    }
    return end;
  }

  private List<String> rest(
      Start start, @Nullable Start next, int end, int until, boolean[] closing) {
    var rest = new ArrayList<String>();
    var text = sentences.get(start.sentence()).text();
    about[start.sentence()] = true;
    if (end < until) {
      rest.add(trimmed(text.substring(end, until)));
    }
    for (int i = start.sentence() + 1; i < sentences.size(); i++) {
      var sentence = sentences.get(i);
      boolean over =
          closing[i]
              || sentence.paragraph() != sentences.get(start.sentence()).paragraph()
              || (next != null && i > next.sentence());
      if (over || (until < text.length())) {
        break;
      }
      if (next != null && i == next.sentence()) {
        int cut = clauseBefore(sentence.text(), next.begin(), 0);
        if (cut > SHORTEST) {
          rest.add(trimmed(sentence.text().substring(0, cut)));
        }
        break;
      }
      about[i] = true;
      rest.add(sentence.text());
    }
    rest.removeIf(String::isBlank);
    return rest;
  }

  private static String trimmed(String text) {
    return text.replaceFirst("^[\\s,;:.!?\"”“»–—-]+", "").strip();
  }

  // ---- the answer

  /** What the candidate said, without what they did upon it. */
  private @Nullable String answer(List<String> rest) {
    var answer = new StringBuilder();
    for (var sentence : rest) {
      boolean first = answer.isEmpty();
      var own = withoutReaction(sentence);
      boolean mine = words.matcher(DebriefCue.I_SAID, strippedJoints(own)).find();
      boolean theirs = words.matcher(DebriefCue.THEY_SAID, strippedJoints(own)).lookingAt();
      if (own.isBlank()
          || (theirs && !first)
          || (!first && !mine && words.has(DebriefCue.GOOD, own))) {
        if (!first) {
          break;
        }
        continue;
      }
      if (answer.length() + own.length() > LONGEST_ANSWER) {
        break;
      }
      answer.append(first ? "" : " ").append(first ? SAID.matcher(own).replaceFirst("") : own);
    }
    return answer.isEmpty() ? null : answer.toString();
  }

  private String withoutReaction(String sentence) {
    var clauses = CLAUSE.matcher(sentence);
    while (clauses.find()) {
      var rest = strippedJoints(sentence.substring(clauses.end()));
      if (words.matcher(DebriefCue.THEY_SAID, rest).lookingAt()) {
        return sentence.substring(0, clauses.start());
      }
    }
    return sentence;
  }

  private static String strippedJoints(String text) {
    return JOINT.matcher(text).replaceFirst("");
  }

  /** By the first sign of it; an answer without any was taken as it was. */
  private Landed landed(String rest, @Nullable String answer) {
    int good = words.first(DebriefCue.GOOD, rest);
    int weak = words.first(DebriefCue.WEAK, rest);
    int fine = words.first(DebriefCue.FINE, rest);
    if (weak >= 0 && (good < 0 || weak <= good) && (fine < 0 || weak <= fine)) {
      return Landed.WEAK;
    }
    if (good >= 0 && (fine < 0 || good <= fine)) {
      return Landed.GOOD;
    }
    if (fine >= 0) {
      return Landed.OK;
    }
    boolean nothing = answer == null || (answer.length() < 12 && answer.indexOf(' ') < 0);
    return nothing ? Landed.UNKNOWN : Landed.OK;
  }

  private String asQuestion(String told) {
    var text = told.strip().replaceFirst("[\\s,;:.\"”»]+$", "");
    if (words.language().equals("en")) {
      text =
          text.replaceAll("\\bI'd\\b", "you'd")
              .replaceAll("\\bI've\\b", "you've")
              .replaceAll("\\bI'm\\b", "you're")
              .replaceAll("\\bI was\\b", "you were")
              .replaceAll("\\bI am\\b", "you are")
              .replaceAll("\\bI\\b", "you")
              .replaceAll("\\bmy\\b", "your");
    }
    if (text.isEmpty()) {
      return text;
    }
    text = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return text.endsWith("?") ? text : text + "?";
  }
}
