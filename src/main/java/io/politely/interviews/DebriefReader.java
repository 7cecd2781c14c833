package io.politely.interviews;

import io.politely.interviews.DebriefProposal.Landed;
import io.politely.interviews.DebriefProposal.Met;
import io.politely.reading.WrittenIn;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a candidate told on the phone into a {@link DebriefProposal}: first how it ended,
 * since nothing of that is a question, then who was there, what was asked, and when.
 */
final class DebriefReader {

  private static final Map<String, String> NEXT_DAY =
      Map.of(
          "en", "debrief given only the next day",
          "de", "Bericht erst am nächsten Tag",
          "fr", "compte rendu donné le lendemain seulement",
          "es", "informe dado solo al día siguiente",
          "it", "resoconto dato solo il giorno dopo",
          "nl", "verslag pas de volgende dag",
          "pt", "relato feito só no dia seguinte");

  private static final Map<String, String> WEAK =
      Map.of(
          "en", "weak answer: ",
          "de", "schwache Antwort: ",
          "fr", "réponse faible : ",
          "es", "respuesta floja: ",
          "it", "risposta debole: ",
          "nl", "zwak antwoord: ",
          "pt", "resposta fraca: ");

  private static final int MOST = 100;
  private static final int LONGEST_ASIDE = 80;
  private static final int SHORTEST_REPLY = 8;
  private static final int SHORT_REPLY = 45;
  private static final int MOST_REPLIES = 3;

  private DebriefReader() {}

  /**
   * @param text as told; only the beginning of a very long one is read
   * @param toldAt the moment of the call on the candidate's clock
   * @param interviewDate the day of the meeting on the same calendar
   * @param language the two letters of ISO 639; found out where it is empty
   */
  static DebriefProposal read(
      String text, ZonedDateTime toldAt, LocalDate interviewDate, String language) {
    var words = DebriefWords.of(language.isEmpty() ? WrittenIn.code(text) : language);
    var told = Told.of(text, words.language());
    var sentences = told.sentences();
    var closing = new ClosingReader(told, words, toldAt);
    var people = PersonFinder.read(sentences, words);
    MetReader.read(sentences, people, words);
    var asked = QuestionReader.read(sentences, people, words, closing.closing());
    boolean sameDay = toldAt.toLocalDate().equals(interviewDate);
    var visit =
        VisitReader.read(
            visitSentences(sentences, asked, closing),
            words,
            sameDay ? toldAt.toLocalTime() : null);
    var met = people.met().stream().map(it -> met(it, visit.minutes())).toList();
    var decision = closing.decision();
    boolean firm = decision == null || decision.commitment() != Commitment.NOT_A_YES;
    var salary =
        SalaryReader.read(closing.decisionSentences(), told, words, toldAt.getZone(), firm);
    return new DebriefProposal(
        visit,
        met,
        asked.questions(),
        asked.own().stream().map(QuestionReader.Own::question).toList(),
        closing.vibe(),
        closing.nextStep(),
        decision,
        salary,
        concerns(told, asked, closing, words, sameDay),
        closing.promises(),
        facts(told, asked, closing, words));
  }

  private static Met met(Person person, @Nullable Integer whole) {
    return new Met(person.name(), person.title(), person.minutes(whole));
  }

  private static List<Told.Sentence> visitSentences(
      List<Told.Sentence> sentences, QuestionReader asked, ClosingReader closing) {
    var visit = new ArrayList<Told.Sentence>();
    for (int i = 0; i < sentences.size(); i++) {
      if (!asked.isAbout(i) && !closing.closing()[i]) {
        visit.add(sentences.get(i));
      }
    }
    return visit;
  }

  private static List<String> concerns(
      Told told, QuestionReader asked, ClosingReader closing, DebriefWords words, boolean sameDay) {
    var concerns = new ArrayList<String>();
    for (var question : asked.questions()) {
      if (question.landed() == Landed.WEAK) {
        var answer = question.answer();
        concerns.add(
            WEAK.getOrDefault(words.language(), "")
                + question.question()
                + (answer == null || answer.length() > LONGEST_ASIDE ? "" : " – " + answer));
      }
    }
    var sentences = told.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      var text = sentences.get(i).text();
      boolean decides = closing.isDecision(i);
      boolean worries = words.has(DebriefCue.WORRY, text);
      boolean condition = decides && isCondition(text, words);
      if ((worries && !words.has(DebriefCue.ASKED, text) && !text.endsWith("?")) || condition) {
        concerns.add(text);
      }
    }
    if (!sameDay) {
      concerns.add(NEXT_DAY.getOrDefault(words.language(), ""));
    }
    return concerns;
  }

  /** What has to be met besides money. */
  private static boolean isCondition(String text, DebriefWords words) {
    boolean hedges = words.has(DebriefCue.HEDGE, text) && text.length() > 30;
    boolean conditional =
        words.has(DebriefCue.IF, text) && !words.has(DebriefCue.MONEY, text) && text.length() > 25;
    boolean refuses = words.matcher(DebriefCue.NO, text).lookingAt() && text.length() > 25;
    return hedges || (conditional && !words.has(DebriefCue.YES, text)) || refuses;
  }

  /** What was said to a question; a short reply says little without it. */
  private static List<String> replies(QuestionReader.Own own, DebriefWords words) {
    var replies = new ArrayList<String>();
    for (var reply : own.replies()) {
      boolean feeling =
          words.has(DebriefCue.WORRY, reply) && !words.has(DebriefCue.THEY_SAID, reply);
      if (reply.length() >= SHORTEST_REPLY && !feeling && replies.size() < MOST_REPLIES) {
        boolean alone = reply.length() > SHORT_REPLY || !replies.isEmpty();
        replies.add(alone ? reply : own.question() + " " + reply);
      }
    }
    return replies;
  }

  private static List<String> facts(
      Told told, QuestionReader asked, ClosingReader closing, DebriefWords words) {
    var facts = new ArrayList<String>();
    for (var own : asked.own()) {
      facts.addAll(replies(own, words));
    }
    var sentences = told.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      var text = sentences.get(i).text();
      boolean already = facts.stream().limit(MOST).anyMatch(text::contains);
      if (!already
          && !asked.isAbout(i)
          && !closing.isDecision(i)
          && words.has(DebriefCue.FACT, text)) {
        facts.add(text);
      }
    }
    return facts;
  }
}
