package io.politely.today.web;

import io.politely.people.Person;
import io.politely.web.Monogram;
import io.politely.web.When;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of people: everybody, or those of a company.
 *
 * @param search what was looked for, or ""
 * @param next the path of the next page, or ""
 */
public record PeoplePage(String search, List<Row> rows, String next) {

  public PeoplePage {
    rows = List.copyOf(rows);
  }

  /** The same, with more about some of them, by the path of their page. */
  PeoplePage describedBy(Map<String, String> more) {
    return new PeoplePage(
        search,
        rows.stream()
            .map(row -> {
              var about = more.get(row.path());
              return about == null ? row : row.with(about + " · " + row.detail());
            })
            .toList(),
        next);
  }

  /** Somebody. {@code lastAt}: when they last wrote or were written to, or null. */
  public record Row(
      String path,
      String name,
      String initials,
      String detail,
      String kind,
      @Nullable When lastAt) {

    Row with(String about) {
      return new Row(path, name, initials, about, kind, lastAt);
    }

    static Row of(Person person, @Nullable When lastAt) {
      var address = person.addresses().isEmpty() ? "" : person.addresses().getFirst().text();
      var companies = person.companies();
      return new Row(
          "/people/" + person.id(),
          person.name(),
          Monogram.of(person.name()),
          companies.isEmpty() ? address : companies.getFirst().name() + " · " + address,
          switch (person.kind()) {
            case PERSON, NOBODY -> "";
            case ROLE -> "Desk";
            case LIST -> "Mailing list";
            case AUTOMATIC -> "Automatic";
          },
          lastAt);
    }
  }
}
