package io.politely.ledger.web;

import io.politely.kernel.EmailAddress;
import io.politely.ledger.web.ConversationPage.Who;
import io.politely.people.Company;
import io.politely.people.Known;
import io.politely.people.Names;
import io.politely.people.PersonId;
import io.politely.web.Monogram;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows addresses as the people behind them. */
record Faces(Set<EmailAddress> own, Names names) {

  Faces {
    own = Set.copyOf(own);
  }

  /**
   * Who is behind an address.
   *
   * @param written the name that the message has, or ""
   */
  Who of(@Nullable EmailAddress address, String written) {
    if (address == null) {
      return new Who(
          written.isBlank() ? "Somebody" : written, "", "", "", Monogram.of(written), false);
    }
    if (isOurs(address)) {
      return new Who("You", address.value(), "", "", "You", true);
    }
    var behind = names.known().get(address);
    if (behind == null) {
      var name = written.isBlank() ? address.value() : written;
      return new Who(name, address.value(), "", "", Monogram.of(name), false);
    }
    return new Who(
        behind.name(),
        address.value(),
        names.path(address),
        about(behind),
        Monogram.of(behind.name()),
        false);
  }

  Who of(EmailAddress address) {
    return of(address, "");
  }

  /** A sentence with names in place of addresses. */
  String in(String sentence) {
    return names.in(sentence);
  }

  boolean isOurs(EmailAddress address) {
    return own.contains(address) || own.contains(address.withoutTag());
  }

  /** The names of those who are not us and have a page. */
  Map<PersonId, String> others() {
    var others = new LinkedHashMap<PersonId, String>();
    names
        .known()
        .forEach((address, behind) -> {
          if (!isOurs(address) && !names.path(address).isEmpty()) {
            others.put(behind.person(), behind.name());
          }
        });
    return others;
  }

  private static String about(Known behind) {
    var company = behind.company().map(Company::name).orElse("");
    return switch (behind.kind()) {
      case PERSON, ROLE, NOBODY -> company;
      case LIST -> "Mailing list";
      case AUTOMATIC -> company.isEmpty() ? "Automatic" : company + ", automatic";
    };
  }
}
