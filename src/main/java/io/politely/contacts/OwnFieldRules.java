package io.politely.contacts;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** What a value of a field may be, and how it is kept. */
final class OwnFieldRules {

  private static final int LONGEST = 1_000;
  private static final int LONGEST_NUMBER = 40;

  private OwnFieldRules() {}

  /** As it is kept: 38.5, 2026-06-26, yes; empty where it is none of that type. */
  static Optional<String> value(OwnField.Type type, String typed) {
    var words = Contact.readable(typed).replaceAll("\\s+", " ").strip();
    if (words.length() > LONGEST) {
      return Optional.empty();
    }
    return switch (type) {
      case TEXT -> Optional.of(words);
      case NUMBER -> number(words);
      case DATE -> day(words);
      case YES_NO ->
          switch (words.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "1", "ja", "oui" -> Optional.of("yes");
            case "no", "n", "false", "0", "nein", "non" -> Optional.of("no");
            default -> Optional.empty();
          };
    };
  }

  private static Optional<String> number(String words) {
    try {
      return words.length() > LONGEST_NUMBER || words.toLowerCase(Locale.ROOT).contains("e")
          ? Optional.empty()
          : Optional.of(new BigDecimal(words.replace(" ", "")).toPlainString());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> day(String words) {
    try {
      return Optional.of(LocalDate.parse(words).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
