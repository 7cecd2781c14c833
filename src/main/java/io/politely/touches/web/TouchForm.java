package io.politely.touches.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A touch as it was entered. Rows of a kind stand in lists of equal length; a row that was left
 * empty is none.
 *
 * @param ways like {@code call:us}
 * @param answers ids of conversations
 * @param pursuit its id, or ""
 * @param back where to go afterwards, or ""
 */
record TouchForm(
    String line,
    List<String> ways,
    List<PersonField> persons,
    String day,
    String time,
    List<PromiseField> promises,
    Set<String> answers,
    String pursuit,
    String back) {

  private static final int MOST_ROWS = 12;

  TouchForm {
    ways = List.copyOf(ways);
    persons = List.copyOf(persons);
    promises = List.copyOf(promises);
    answers = Set.copyOf(answers);
  }

  /**
   * Somebody.
   *
   * @param called the words of the line, or those that were typed
   * @param person an id; {@code new}: somebody to be added; "": to be found by the words
   */
  record PersonField(String called, String person, String newName, String newAddress) {

    boolean isEmpty() {
      return called.isBlank() && person.isEmpty();
    }

    boolean isNew() {
      return person.equals("new");
    }
  }

  /**
   * A promise.
   *
   * @param by {@code us} or {@code them}; "": none
   * @param who the words that name who made it, or ""
   * @param due a day
   */
  record PromiseField(String by, String who, String what, String due) {

    boolean isEmpty() {
      return by.isEmpty() || what.isBlank();
    }
  }

  static TouchForm of(Map<String, List<String>> fields) {
    var persons = new ArrayList<PersonField>();
    for (int i = 0; i < rows(fields, "person"); i++) {
      persons.add(
          new PersonField(
              at(fields, "called", i),
              at(fields, "person", i),
              at(fields, "newName", i),
              at(fields, "newAddress", i)));
    }
    var promises = new ArrayList<PromiseField>();
    for (int i = 0; i < rows(fields, "promiseBy"); i++) {
      promises.add(
          new PromiseField(
              at(fields, "promiseBy", i),
              at(fields, "promiseWho", i),
              at(fields, "promise", i),
              at(fields, "promiseDue", i)));
    }
    return new TouchForm(
        at(fields, "line", 0),
        fields.getOrDefault("way", List.of()).stream()
            .filter(it -> !it.isEmpty())
            .distinct()
            .toList(),
        persons.stream().filter(it -> !it.isEmpty()).toList(),
        at(fields, "day", 0),
        at(fields, "time", 0),
        promises.stream().filter(it -> !it.isEmpty()).toList(),
        new HashSet<>(fields.getOrDefault("answers", List.of())),
        at(fields, "pursuit", 0),
        at(fields, "back", 0));
  }

  private static int rows(Map<String, List<String>> fields, String name) {
    return Math.min(MOST_ROWS, fields.getOrDefault(name, List.of()).size());
  }

  private static String at(Map<String, List<String>> fields, String name, int index) {
    var values = fields.getOrDefault(name, List.of());
    return index < values.size() ? values.get(index).strip() : "";
  }
}
