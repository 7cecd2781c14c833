package io.politely.pursuits.web;

import io.politely.pursuits.Requirement;
import io.politely.pursuits.Result;
import java.util.List;

/**
 * Everybody who waits for an outcome, and how they are told.
 *
 * @param letters written, to be looked at and sent
 * @param known what was before the reader's eyes
 * @param problems what did not work, sentences
 * @param mailbox the address that letters leave from, or "" where none is connected
 */
public record CloseOutPage(
    String path,
    String title,
    String summary,
    List<Group> groups,
    List<Ready> letters,
    List<Person> onTheirWay,
    List<Person> told,
    List<Requirement> requirements,
    String today,
    String known,
    String mailbox,
    List<String> problems,
    Entered entered,
    boolean isClosed) {

  public CloseOutPage {
    groups = List.copyOf(groups);
    letters = List.copyOf(letters);
    onTheirWay = List.copyOf(onTheirWay);
    told = List.copyOf(told);
    requirements = List.copyOf(requirements);
    problems = List.copyOf(problems);
  }

  /** The results to choose from. */
  public List<Result> results() {
    return List.of(Result.values());
  }

  /**
   * People who gave alike, and are told alike.
   *
   * @param isPhoneFirst whether a letter comes only after a call
   */
  public record Group(
      String key, String title, String about, boolean isPhoneFirst, List<Person> people) {

    public Group {
      people = List.copyOf(people);
    }
  }

  /**
   * Somebody in a group.
   *
   * @param outcome what is decided, or ""
   * @param tell the path that notes that they were told, or ""
   */
  public record Person(
      String id,
      String name,
      String path,
      String address,
      String gave,
      String outcome,
      String reason,
      String tell) {

    /** The same, whose letter a person has to look at first, or not: "". */
    Person held(String why) {
      return why.isEmpty()
          ? this
          : new Person(
              id,
              name,
              path,
              address,
              gave,
              "It waits for you in the outbox: " + why,
              reason,
              tell);
    }
  }

  /** A letter that can be sent. */
  public record Ready(
      String outcome,
      String name,
      String to,
      String subject,
      String body,
      String hash,
      String edit) {}

  /** What was typed last, where it was wrong. */
  public record Entered(
      String group, String result, String requirement, String on, String words, String next) {

    static final Entered NOTHING = new Entered("", "", "", "", "", "");
  }
}
