package io.politely.touches.web;

import io.politely.web.When;
import java.util.List;

/**
 * A line with how it was understood, or a touch to be corrected.
 *
 * @param path where it is sent
 * @param isNew whether it is not kept yet
 * @param isRead whether there is anything to look at: a line was entered
 * @param about whose page the line was entered on: their id, or ""
 * @param pursuit the id of the pursuit that it is about, or ""
 * @param remarks what a reader should know about the reading
 */
public record TouchPage(
    String path,
    boolean isNew,
    boolean isRead,
    String line,
    String about,
    String aboutName,
    String problem,
    List<String> remarks,
    List<List<Option>> ways,
    List<Person> persons,
    String day,
    String time,
    String today,
    List<Promise> promises,
    List<Answered> answers,
    String pursuit,
    List<Option> pursuits,
    String back) {

  public TouchPage {
    remarks = List.copyOf(remarks);
    ways = ways.stream().map(List::copyOf).toList();
    persons = List.copyOf(persons);
    promises = List.copyOf(promises);
    answers = List.copyOf(answers);
    pursuits = List.copyOf(pursuits);
  }

  /** One of several to choose from. */
  public record Option(String value, String name, boolean isChosen) {}

  /**
   * Somebody in it, or an empty row.
   *
   * @param choices who it may be
   * @param hint what to do, or ""
   * @param isNew whether they are to be added
   */
  public record Person(
      String called,
      List<Option> choices,
      String hint,
      boolean isNew,
      String newName,
      String newAddress) {

    public Person {
      choices = List.copyOf(choices);
    }

    /** A row in which another name can be typed. */
    public boolean isBlank() {
      return choices.isEmpty();
    }
  }

  /** A promise in it, or an empty row. */
  public record Promise(List<Option> by, String who, String what, String due) {

    public Promise {
      by = List.copyOf(by);
    }
  }

  /** A conversation that it may answer. */
  public record Answered(
      String id, String subject, String word, String look, When since, boolean isChosen) {}
}
