package io.politely.contacts;

import static java.util.stream.Collectors.joining;

import io.politely.contacts.Fact.Told;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.Profile;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes everybody in the list of people, by name, with what is known of them. */
@Component
class ContactExport {

  private static final int AT_ONCE = 1000;

  private final People people;
  private final FactStore facts;
  private final OwnFieldStore ownFields;

  ContactExport(People people, FactStore facts, OwnFieldStore ownFields) {
    this.people = people;
    this.facts = facts;
    this.ownFields = ownFields;
  }

  /** How many were written. */
  int write(WorkspaceId workspace, ExportFormat format, Writer out) throws IOException {
    var writer =
        switch (format) {
          case CSV -> new TableWriter(out, ownFields.fields(workspace));
          case VCARD -> new CardWriter(out);
        };
    int written = 0;
    var page = people.persons(workspace, "", Optional.empty(), AT_ONCE);
    while (true) {
      var known = facts.of(workspace, page.items().stream().map(Person::id).toList());
      var own = ownFields.values(workspace, page.items().stream().map(Person::id).toList());
      for (var person : page.items()) {
        writer.write(
            contact(person, known.getOrDefault(person.id(), List.of())),
            own.getOrDefault(person.id(), Map.of()));
        written++;
      }
      if (page.next().isEmpty()) {
        writer.flush();
        return written;
      }
      page = people.persons(workspace, "", page.next(), AT_ONCE);
    }
  }

  /** As a row of a file would tell it; of several roles the one that was told last. */
  private static Contact contact(Person person, List<Told> facts) {
    var role = told(facts, FactKind.ROLE).findFirst();
    var mail =
        person.addresses().stream().map(PersonAddress::address).filter(EmailAddress::takesMail);
    var profiles =
        person.addresses().stream()
            .flatMap(address -> Profile.behind(address.address()).stream())
            .map(Profile::url);
    return new Contact(
        person.name(),
        Stream.concat(
                mail, words(facts, FactKind.MAIL).flatMap(it -> EmailAddress.parse(it).stream()))
            .toList(),
        role.map(Told::company).orElse(""),
        role.map(Told::words).orElse(""),
        words(facts, FactKind.PHONE).toList(),
        Stream.concat(profiles, words(facts, FactKind.LINK)).toList(),
        words(facts, FactKind.NOTE).collect(joining("\n\n")),
        words(facts, FactKind.TAG).toList(),
        facts.stream().map(Told::connectedOn).filter(Objects::nonNull).findFirst().orElse(null));
  }

  private static Stream<Told> told(List<Told> facts, FactKind kind) {
    return facts.stream().filter(told -> told.kind() == kind);
  }

  private static Stream<String> words(List<Told> facts, FactKind kind) {
    return told(facts, kind).map(Told::words);
  }
}
