package io.politely.contacts;

import io.politely.contacts.Fact.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a row of a file tells, and what a user types. */
public final class FactRules {

  private static final int LONGEST_NOTE = 20_000;
  private static final int LONGEST_WORDS = 300;
  private static final int LONGEST_TAG = 100;
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
