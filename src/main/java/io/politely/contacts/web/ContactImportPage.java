package io.politely.contacts.web;

import io.politely.contacts.ContactImport;
import io.politely.kernel.EmailAddress;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import io.politely.web.Monogram;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one import of people.
 *
 * @param path takes a {@code DELETE}
 * @param state what follows from it, in a sentence
 * @param figures what it counted, with labels
 * @param remarks what was left out, in sentences
 * @param people the first of those whom it named
 * @param doubles how many may be there twice, or "" for nobody
 */
public record ContactImportPage(
    String file,
    String path,
    String state,
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
      List<PersonId> named,
      Map<PersonId, Person> persons,
      int doubles,
      Instant now,
      ZoneId zone) {
    boolean undone = one.undoneAt().isPresent();
    return new ContactImportPage(
        one.file(),
        ContactImportsPage.path(one),
        undone ? "Taken back. The same file brings everything again." : state(one),
        undone,
        When.of(one.at(), now, zone),
        List.of(
            new Figure("Rows that are new", one.added()),
            new Figure("People met for the first time", one.people()),
            new Figure("Rows known before", one.known()),
            new Figure("Rows that name nobody", one.empty()),
            new Figure("Merged by what a row says", one.merged())),
        one.remarks(),
        named.stream()
            .flatMap(id -> Optional.ofNullable(persons.get(id)).stream())
            .distinct()
            .map(Row::of)
            .toList(),
        doubles == 0 || undone ? "" : doubles == 1 ? "One pair" : doubles + " pairs");
  }

  private static String state(ContactImport one) {
    return one.added() == 0
        ? "Nothing in this file is new."
        : "Everything it tells is on the pages of its people.";
  }

  /** Something that was counted. */
  public record Figure(String label, int count) {

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
