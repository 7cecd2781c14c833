package io.politely.interviews.web;

import io.politely.web.When;
import java.util.List;

/**
 * The brief of a meeting.
 *
 * @param whenOwn when it is, by the user's clock
 * @param whenTheirs the same by theirs, or "" where it is the same or not known
 * @param note what is off about it: called off, over; or ""
 * @param debrief where to tell how it went, or "" before it is over
 * @param ready of 100
 * @param missing what is not ready yet
 * @param typed what was typed into a form of it and could not be kept
 * @param scorecard where to say what was seen of the candidate, or ""
 */
public record MeetingPage(
    String path,
    String title,
    When when,
    String whenOwn,
    String whenTheirs,
    String place,
    String words,
    String kind,
    String seat,
    String aim,
    String aimPath,
    String candidate,
    String reason,
    String note,
    String debrief,
    int ready,
    List<String> missing,
    List<String> done,
    List<BriefLine> frame,
    List<Person> people,
    List<BriefLine> basics,
    List<BriefLine> proofs,
    List<Doubt> doubts,
    List<Likely> likely,
    List<Ask> asks,
    BriefLine ownAsks,
    List<BriefLine> money,
    List<BriefLine> expectations,
    List<String> experience,
    List<Minutes> plan,
    String practised,
    String scorecard,
    Link link,
    Typed typed) {

  public MeetingPage {
    missing = List.copyOf(missing);
    done = List.copyOf(done);
    frame = List.copyOf(frame);
    people = List.copyOf(people);
    basics = List.copyOf(basics);
    proofs = List.copyOf(proofs);
    doubts = List.copyOf(doubts);
    likely = List.copyOf(likely);
    asks = List.copyOf(asks);
    money = List.copyOf(money);
    expectations = List.copyOf(expectations);
    experience = List.copyOf(experience);
    plan = List.copyOf(plan);
  }

  /**
   * A line that can be written.
   *
   * @param name of the field of the form: scope, subject and key
   */
  public record BriefLine(
      String name, String label, String hint, String words, String source, boolean hasSource) {

    /** Whether something stands there. */
    public boolean isKnown() {
      return !words.isBlank();
    }

    /** Its words in whole sentences, about so many letters of them; "…" where there are none. */
    public String upTo(int letters) {
      return words.isBlank() ? "…" : Sentences.upTo(words, letters);
    }
  }

  /**
   * Somebody who comes.
   *
   * @param stranger name and address of whoever is not known, or ""
   * @param leaveOut where somebody whom no calendar tells of is taken out again, a path; or ""
   */
  public record Person(
      String name,
      String path,
      String about,
      String wrote,
      String wrotePath,
      String mutuals,
      List<String> notes,
      List<BriefLine> entries,
      String stranger,
      String leaveOut) {

    public Person {
      notes = List.copyOf(notes);
      entries = List.copyOf(entries);
    }

    /** Notes in whole sentences, about so many letters of each. */
    public List<String> notesUpTo(int letters) {
      return notes.stream().map(it -> Sentences.upTo(it, letters)).toList();
    }
  }

  /**
   * A concern and the answer to it.
   *
   * @param forget where one that was raised is taken out, a path; or ""
   */
  public record Doubt(String thought, boolean isRaised, BriefLine entry, String forget) {}

  /**
   * What was typed and could not be kept, with why; all "" where nothing was refused.
   *
   * @param who comes, as it was typed
   * @param answer to a concern, as it was typed
   */
  public record Typed(String who, String whoProblem, String answer, String concernProblem) {}

  /** A question that may come. */
  public record Likely(String question, String why) {}

  /** A question to ask. */
  public record Ask(String question, String follow, String why) {}

  /** A part of the last quarter of an hour. */
  public record Minutes(int minutes, String what) {}

  /** By what the user says what it is. */
  public record Link(
      List<Choice> kinds, List<Choice> pursuits, List<Choice> seats, List<Choice> candidates) {

    public Link {
      kinds = List.copyOf(kinds);
      pursuits = List.copyOf(pursuits);
      seats = List.copyOf(seats);
      candidates = List.copyOf(candidates);
    }
  }

  /** Something to choose. */
  public record Choice(String value, String name, boolean isChosen) {}
}
