package io.politely.contacts;

import io.politely.contacts.Fact.Told;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a row of a file tells, and what a user types. */
public final class FactRules {

  private static final int LONGEST_NOTE = 20_000;
  private static final int LONGEST_WORDS = 300;
  private static final int LONGEST_TAG = 100;
  private static final int LONGEST_ONE = 1_000;
  private static final int FEWEST_DIGITS = 3;

  private static final Pattern LINK =
      Pattern.compile("(?i)(?:https?://)?[^\\s@/<>\"]+\\.\\p{L}{2,}(?:[/?#][^\\s<>\"]*)?");
  private static final Pattern PHONE = Pattern.compile("[+0-9(][-+0-9()/. x]*");

  private FactRules() {}

  /** What a user typed: a fact, or why it is none, in a sentence. */
  public sealed interface Typed {

    /** It can be kept. */
    record Understood(Told told) implements Typed {}

    /** It cannot. */
    record Refused(String why) implements Typed {}
  }

  /** A job title, a company, or both. */
  public static Typed role(String title, String company) {
    var words = line(title);
    var at = line(company);
    return words.isEmpty() && at.isEmpty()
        ? new Typed.Refused("A role has a title or a company.")
        : fit(new Told(FactKind.ROLE, words, at, null), LONGEST_WORDS);
  }

  /** The same with the days on which it began and ended; blank: not known. */
  public static Typed role(String title, String company, String since, String until) {
    var began = day(since);
    var ended = day(until);
    if ((began == null && !since.isBlank()) || (ended == null && !until.isBlank())) {
      return new Typed.Refused("A day looks like 2026-06-26.");
    }
    if (began != null && ended != null && ended.isBefore(began)) {
      return new Typed.Refused("A role ends after it began.");
    }
    return switch (role(title, company)) {
      case Typed.Understood(var told) ->
          new Typed.Understood(new Told(told.kind(), told.words(), told.company(), began, ended));
      case Typed.Refused refused -> refused;
    };
  }

  /** What only one holds of, in a line or more: a time zone has to be one. */
  public static Typed only(FactKind kind, String typed) {
    var words = kind == FactKind.ZONE ? ZoneRules.typed(typed).orElse("") : line(typed);
    if (words.isEmpty()) {
      return new Typed.Refused(
          kind == FactKind.ZONE
              ? "“%s” is no time zone: write Europe/Paris, or UTC-5.".formatted(line(typed))
              : "There is nothing in it.");
    }
    return fit(Told.of(kind, words), LONGEST_ONE);
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A phone number or an address of the web, told apart by how they look. */
  public static Typed reach(String typed) {
    var words = line(typed);
    if (PHONE.matcher(words).matches()
        && words.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS) {
      return fit(Told.of(FactKind.PHONE, words), LONGEST_WORDS);
    }
    if (LINK.matcher(words).matches()) {
      var link = words.matches("(?i)https?://.*") ? words : "https://" + words;
      return fit(Told.of(FactKind.LINK, Contact.folded(link)), LONGEST_WORDS);
    }
    return new Typed.Refused("This is neither a phone number nor an address of the web.");
  }

  /** A tag. */
  public static Typed tag(String typed) {
    var words = line(typed);
    return words.isEmpty()
        ? new Typed.Refused("A tag has a letter at least.")
        : fit(Told.of(FactKind.TAG, words), LONGEST_TAG);
  }

  /** A note, with its lines as they are. */
  public static Typed note(String typed) {
    var words = Contact.readable(typed).strip();
    return words.isEmpty()
        ? new Typed.Refused("A note has something in it.")
        : fit(Told.of(FactKind.NOTE, words), LONGEST_NOTE);
  }

  /** Everything that a row tells. The address under which somebody is known is no fact. */
  static List<Told> of(Contact contact) {
    var told = new ArrayList<Told>();
    if (!contact.company().isEmpty() || !contact.title().isEmpty()) {
      told.add(new Told(FactKind.ROLE, contact.title(), contact.company(), null));
    }
    contact.phones().forEach(phone -> told.add(Told.of(FactKind.PHONE, phone)));
    contact
        .links()
        .forEach(link ->
            told.add(new Told(FactKind.LINK, Contact.folded(link), "", contact.connectedOn())));
    contact.mail().stream().skip(1).forEach(mail -> told.add(Told.of(FactKind.MAIL, mail.value())));
    if (!contact.note().isEmpty()) {
      told.add(Told.of(FactKind.NOTE, contact.note()));
    }
    contact.tags().forEach(tag -> told.add(Told.of(FactKind.TAG, tag)));
    return told;
  }

  private static Typed fit(Told told, int most) {
    return Math.max(told.words().length(), told.company().length()) > most
        ? new Typed.Refused("That is longer than %,d characters.".formatted(most))
        : new Typed.Understood(told);
  }

  private static String line(String typed) {
    return Contact.readable(typed).replaceAll("\\s+", " ").strip();
  }
}
