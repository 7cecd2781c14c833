package io.politely.interviews.web;

import io.politely.web.When;
import java.util.List;

/**
 * What follows from a debrief.
 *
 * @param verdict the answer to the one question, as a sentence
 * @param condition what stood in place of a yes, or ""
 * @param memory how fresh it was
 * @param hasTakenPlace whether anything follows at all
 * @param isSearch whether a candidate told it
 * @param hasPromisers whether anybody who is known may have promised
 * @param strangers who was met and is not known
 * @param isLogged whether promises were logged from here
 * @param day the day that they named, or ""
 * @param waiting with whom the clock of a decision runs
 * @param outcome where the candidate is told how it ended, or ""
 */
public record AfterPage(
    String path,
    String called,
    String about,
    String verdict,
    String condition,
    String memory,
    boolean hasTakenPlace,
    boolean isSearch,
    List<Thanks> thanks,
    List<Promise> promises,
    boolean hasPromisers,
    List<Stranger> strangers,
    boolean isLogged,
    String day,
    String dayInWords,
    List<Waiting> waiting,
    List<Concern> concerns,
    List<Contradiction> contradictions,
    List<String> learned,
    List<LeftOut> leftOut,
    List<Somebody> tell,
    List<Somebody> clients,
    String clientAsked,
    String outcome,
    String problem) {

  public AfterPage {
    thanks = List.copyOf(thanks);
    promises = List.copyOf(promises);
    strangers = List.copyOf(strangers);
    waiting = List.copyOf(waiting);
    concerns = List.copyOf(concerns);
    contradictions = List.copyOf(contradictions);
    learned = List.copyOf(learned);
    leftOut = List.copyOf(leftOut);
    tell = List.copyOf(tell);
    clients = List.copyOf(clients);
  }

  /** Somebody whose word is waited for, and the path of the follow-up. */
  public record Waiting(String path, String name) {}

  /** A letter of thanks. */
  public record Thanks(
      String person, String name, String insight, String proof, String followUp, When until) {}

  /**
   * A promise of one side.
   *
   * @param persons to whom it was made, or by whom; the last one: it is not logged
   */
  public record Promise(
      boolean byUs, String who, String words, List<DebriefPage.Option> persons, String due) {

    public Promise {
      persons = List.copyOf(persons);
    }
  }

  /**
   * Somebody who was met and is not known.
   *
   * @param typed an address that could not be kept, or ""
   */
  public record Stranger(String value, String name, String typed) {}

  /**
   * A concern.
   *
   * @param id where it is kept already, or ""
   */
  public record Concern(String id, String words, String answer) {}

  /** Two answers that do not fit together. */
  public record Contradiction(
      String question, String now, String before, String meeting, When at) {}

  /** A question that the bank does not take. */
  public record LeftOut(String words, String why) {}

  /** Somebody who may be written to. */
  public record Somebody(String person, String name, String role) {}
}
