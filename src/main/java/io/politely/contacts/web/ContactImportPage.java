package io.politely.contacts.web;

import static java.util.stream.Collectors.toMap;

import io.politely.contacts.ContactImport;
import io.politely.kernel.EmailAddress;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import io.politely.web.Monogram;
import io.politely.web.Progress;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of one import of people.
 *
 * @param path takes a {@code DELETE}
 * @param state what follows from it, in a sentence
 * @param progress how far it is; "" where it is through
 * @param figures what it counted, with labels
 * @param remarks what was left out, in sentences
 * @param people the first of those whom it named
 * @param doubles how many may be there twice, or "" for nobody
 */
public record ContactImportPage(
    String file,
    String path,
    String state,
    String progress,
    long rowsRead,
    long rows,
    boolean isRunning,
    boolean isUndone,
    When at,
    List<Figure> figures,
    List<String> remarks,
    List<Row> people,
    String doubles) {

  public ContactImportPage {
    figures = List.copyOf(figures);
    remarks = List.copyOf(remarks);
    people = List.copyOf(people);
  }

  static ContactImportPage of(
      ContactImport one,
      boolean running,
      List<PersonId> named,
      Map<PersonId, Person> persons,
      int doubles,
      Instant now,
      ZoneId zone) {
    boolean undone = one.undoneAt().isPresent();
    return new ContactImportPage(
        one.file(),
        ContactImportsPage.path(one),
        undone ? "Taken back. The same file brings everything again." : state(one, running),
        one.isThrough() ? "" : progress(one),
        one.read(),
        Math.max(1, one.rows()),
        running && one.canGoOn(),
        undone,
        When.of(one.at(), now, zone),
        figures(one),
        one.remarks(),
        named.stream()
            .flatMap(id -> Optional.ofNullable(persons.get(id)).stream())
            .distinct()
            .map(Row::of)
            .toList(),
        doubles == 0 || undone ? "" : doubles == 1 ? "One pair" : doubles + " pairs");
  }

  /** What changes on the page while it is open. */
  static Progress live(ContactImport one) {
    return new Progress(
        Stream.concat(
                figures(one).stream().map(figure -> Map.entry(figure.field(), figure.shown())),
                Stream.of(Map.entry("progress", progress(one))))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)),
        one.read(),
        Math.max(1, one.rows()));
  }

  private static String progress(ContactImport one) {
    return "%,d of %,d rows".formatted(one.read(), one.rows());
  }

  private static List<Figure> figures(ContactImport one) {
    return List.of(
        new Figure("added", "Rows that are new", one.added()),
        new Figure("people", "People met for the first time", one.people()),
        new Figure("known", "Rows known before", one.known()),
        new Figure("empty", "Rows that name nobody", one.empty()),
        new Figure("merged", "Merged by what a row says", one.merged()));
  }

  private static String state(ContactImport one, boolean running) {
    if (!one.isThrough()) {
      return running
          ? "People appear while it runs. You may leave this page."
          : "Stopped before it was through. What was read stays; choose the same file again, and it"
              + " goes on.";
    }
    return one.added() == 0
        ? "Nothing in this file is new."
        : "Everything it tells is on the pages of its people.";
  }

  /** Something that was counted. */
  public record Figure(String field, String label, int count) {

    /** As it is shown. */
    public String shown() {
      return "%,d".formatted(count);
    }
  }

  /** Somebody whom it named. */
  public record Row(String path, String name, String initials, String detail) {

    static Row of(Person person) {
      return new Row(
          "/people/" + person.id(),
          person.name(),
          Monogram.of(person.name()),
          person
              .mailAddress()
              .map(EmailAddress::value)
              .or(() -> person.addresses().stream().findFirst().map(PersonAddress::text))
              .orElse(""));
    }
  }
}
