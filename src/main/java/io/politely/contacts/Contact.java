package io.politely.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.kernel.EmailAddress;
import io.politely.people.Profile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as one row of a file tells about them.
 *
 * @param name as it stands there, or ""
 * @param links addresses of the web, profiles included
 * @param connectedOn the day on which they connected, or null
 */
public record Contact(
    String name,
    List<EmailAddress> mail,
    String company,
    String title,
    List<String> phones,
    List<String> links,
    String note,
    List<String> tags,
    @Nullable LocalDate connectedOn) {

  private static final int LONGEST_WORDS = 300;
  private static final int LONGEST_NOTE = 20_000;
  private static final int MOST_OF_A_KIND = 20;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Controls, halves of characters, and marks that turn the direction of what follows. */
  private static final Pattern UNREADABLE =
      Pattern.compile("[[\\p{Cc}\\p{Cs}&&[^\n\t]]\\u202a-\\u202e\\u2066-\\u2069]");

  public Contact {
    name = words(name);
    mail = mail.stream().distinct().limit(MOST_OF_A_KIND).toList();
    company = words(company);
    title = words(title);
    phones = several(phones);
    links = several(links);
    note = cut(readable(note).strip(), LONGEST_NOTE);
    tags = several(tags);
  }

  /** Whether it names anybody: a name, an address or a profile. */
  boolean namesSomebody() {
    return !name.isEmpty() || !mail.isEmpty() || profile().isPresent();
  }

  /** Their profile, where one of the links is one. */
  Optional<Profile> profile() {
    return links.stream().flatMap(link -> Profile.at(link).stream()).findFirst();
  }

  /** Under which address they are known: the first of {@link #addresses}. */
  EmailAddress address() {
    return addresses().getFirst();
  }

  /**
   * Every address that is theirs: of mail, and of their profile. Who has none gets one that is only
   * this row's.
   */
  List<EmailAddress> addresses() {
    var addresses = Stream.concat(mail.stream(), profile().map(Profile::address).stream()).toList();
    return addresses.isEmpty() ? List.of(new EmailAddress(hash() + "@card.invalid")) : addresses;
  }

  /** Equal for rows that say the same, and only for those. */
  String hash() {
    var said =
        new ArrayList<String>(List.of(name, company, title, note, String.valueOf(connectedOn)));
    said.add(mail.toString());
    said.add(phones.toString());
    said.add(tags.toString());
    said.add(links.stream().map(Contact::folded).toList().toString());
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(String.join("\0", said).getBytes(UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A profile in one spelling, any other link as it is. */
  static String folded(String link) {
    return Profile.at(link).map(Profile::url).orElse(link);
  }

  private static List<String> several(List<String> values) {
    return values.stream()
        .map(Contact::words)
        .filter(value -> !value.isEmpty())
        .distinct()
        .limit(MOST_OF_A_KIND)
        .toList();
  }

  private static String words(String text) {
    return cut(SPACES.matcher(readable(text)).replaceAll(" ").strip(), LONGEST_WORDS);
  }

  /** Without what controls a terminal or what PostgreSQL cannot keep. */
  static String readable(String text) {
    return UNREADABLE.matcher(text.replace("\r\n", "\n")).replaceAll("");
  }

  private static String cut(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most - 1)));
  }
}
