package io.politely.interviews;

import io.politely.interviews.DebriefBank.Condition;
import io.politely.interviews.DebriefBank.Question;
import io.politely.people.PersonId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which questions a debrief asks, in what order, and which is next. Pure. */
public final class DebriefRules {

  /** The question whose answer tells who was there. */
  public static final String MET = "people.met";

  /** On the short path no more persons are asked about, so that it stays short. */
  private static final int PERSONS_IN_SHORT = 2;

  /** More persons than this are no interview. */
  private static final int MOST_PERSONS = 8;

  private final DebriefBank bank;
  private final Seat seat;
  private final List<Met> invited;

  /**
   * For one meeting.
   *
   * @param invited who was to come, whom the user did not bring
   */
  public DebriefRules(DebriefBank bank, Seat seat, List<Met> invited) {
    this.bank = bank;
    this.seat = seat;
    this.invited = List.copyOf(invited);
  }

  /**
   * Somebody who was met.
   *
   * @param about the id of a person, or a name that was typed
   */
  public record Met(String about, String name) {

    /** Somebody who is known. */
    public static Met of(PersonId person, String name) {
      return new Met(person.toString(), name);
    }
  }

  /**
   * A question as it is put.
   *
   * @param about of whom; "" for most
   */
  public record Put(Question question, String about, String text) {

    /** Whether an answer is one to it. */
    boolean isAnsweredBy(DebriefAnswer answer) {
      return answer.question().equals(question.key()) && answer.about().equals(about);
    }
  }

  /** Everybody who was there: as it was told, else as they were invited. */
  public List<Met> met(List<DebriefAnswer> answers) {
    var told =
        answers.stream()
            .filter(it -> it.question().equals(MET) && !it.isSkipped())
            .flatMap(it -> it.lines().stream())
            .toList();
    if (told.isEmpty()) {
      return invited.stream().limit(MOST_PERSONS).toList();
    }
    return told.stream().distinct().limit(MOST_PERSONS).map(this::named).toList();
  }

  private Met named(String line) {
    return invited.stream()
        .filter(it -> it.about().equals(line))
        .findFirst()
        .orElse(new Met(line, line.replaceAll("\\s*[,(–].*$", "")));
  }

  /** All that is asked given these answers, in order. */
  public List<Put> questions(boolean isShort, List<DebriefAnswer> answers) {
    var given = given(answers);
    var met = met(answers);
    var put = new ArrayList<Put>();
    for (var question : bank.of(seat)) {
      if ((isShort && !question.isShort()) || !isPastGate(question, given)) {
        continue;
      }
      if (question.isEach()) {
        met.stream()
            .limit(isShort ? PERSONS_IN_SHORT : MOST_PERSONS)
            .filter(it -> isMet(question, it.about(), given))
            .forEach(it -> put.add(put(question, it)));
      } else if (isMet(question, "", given)) {
        put.add(new Put(question, "", question.text(seat, "")));
      }
    }
    return put;
  }

  /** All that may be asked, whatever is answered: for a list that one goes through by phone. */
  public List<Put> whole(List<DebriefAnswer> answers) {
    var met = met(answers);
    var put = new ArrayList<Put>();
    for (var question : bank.of(seat)) {
      if (question.isEach()) {
        met.forEach(it -> put.add(put(question, it)));
      } else {
        put.add(new Put(question, "", question.text(seat, "")));
      }
    }
    return put;
  }

  private Put put(Question question, Met met) {
    return new Put(question, met.about(), question.text(seat, met.name()));
  }

  /** The next that is open: after one that was just answered, else from the beginning. */
  public Optional<Put> next(boolean isShort, List<DebriefAnswer> answers, String after, String of) {
    var all = questions(isShort, answers);
    int at = 0;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).question().key().equals(after) && all.get(i).about().equals(of)) {
        at = i + 1;
      }
    }
    int from = at;
    return all.subList(from, all.size()).stream()
        .filter(it -> isOpen(it, answers))
        .findFirst()
        .or(() -> all.subList(0, from).stream().filter(it -> isOpen(it, answers)).findFirst());
  }

  /** Whether all is told: the one question is answered, or nothing is left to ask. */
  public boolean isDone(List<DebriefAnswer> answers) {
    return given(answers).containsKey(new Key(DebriefBank.LAST, ""))
        || (isClosedByGate(answers) && next(false, answers, "", "").isEmpty());
  }

  /** Whether it is said that it did not take place. */
  public boolean isClosedByGate(List<DebriefAnswer> answers) {
    var gate = bank.gate().condition();
    return Optional.ofNullable(given(answers).get(new Key(gate.question(), "")))
        .filter(it -> !gate.isMetBy(it))
        .isPresent();
  }

  private static boolean isOpen(Put put, List<DebriefAnswer> answers) {
    return answers.stream().noneMatch(put::isAnsweredBy);
  }

  private record Key(String question, String about) {}

  private static Map<Key, String> given(List<DebriefAnswer> answers) {
    var given = new LinkedHashMap<Key, String>();
    answers.stream()
        .filter(it -> !it.isSkipped() && !it.words().isBlank())
        .forEach(it -> given.put(new Key(it.question(), it.about()), it.words()));
    return given;
  }

  /** Until it is said that it did not take place, it is taken that it did. */
  private boolean isPastGate(Question question, Map<Key, String> given) {
    var gate = bank.gate();
    var said = given.get(new Key(gate.condition().question(), ""));
    return question.part().equals(gate.besides()) || said == null || gate.condition().isMetBy(said);
  }

  private boolean isMet(Question question, String about, Map<Key, String> given) {
    var when = question.when();
    return when == null || isMet(when, about, given);
  }

  private boolean isMet(Condition when, String about, Map<Key, String> given) {
    boolean isEach = bank.question(when.question()).map(Question::isEach).orElse(false);
    var said = given.get(new Key(when.question(), isEach ? about : ""));
    return said != null && when.isMetBy(said);
  }
}
