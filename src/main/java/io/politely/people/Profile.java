package io.politely.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.kernel.EmailAddress;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A profile on LinkedIn, which stands for an address where none is known.
 *
 * @param slug what follows {@code /in/}: lower case, everything but letters, digits, "-", "_" and
 *     "." percent-encoded, so that two spellings of one profile are equal
 */
public record Profile(String slug) {

  private static final String DOMAIN = "linkedin.invalid";
  private static final int LONGEST = 200;
  private static final Pattern URL =
      Pattern.compile(
          "(?:https?://)?(?:[a-z]{2,3}\\.)?linkedin\\.com/in/([^/?#\\s]+).*",
          Pattern.CASE_INSENSITIVE);

  /** The profile at an address of the web; empty where there is none. */
  public static Optional<Profile> at(String url) {
    var parts = URL.matcher(url.strip());
    return parts.matches() ? folded(parts.group(1)) : Optional.empty();
  }

  /** The profile that stands for this address, if one does. */
  public static Optional<Profile> behind(EmailAddress address) {
    return address.domain().equals(DOMAIN)
        ? Optional.of(new Profile(address.local()))
        : Optional.empty();
  }

  /** What it is known under here: an address that takes no mail. */
  public EmailAddress address() {
    return new EmailAddress(slug + "@" + DOMAIN);
  }

  /** As pages show it. */
  public String text() {
    return "linkedin.com/in/" + slug;
  }

  /** Where it is. */
  public String url() {
    return "https://www." + text();
  }

  private static Optional<Profile> folded(String slug) {
    String decoded;
    try {
      decoded = URLDecoder.decode(slug.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      decoded = slug;
    }
    var folded = new StringBuilder();
    for (byte each : decoded.toLowerCase(Locale.ROOT).getBytes(UTF_8)) {
      char c = (char) (each & 0xff);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0) {
        folded.append(c);
      } else {
        folded.append("%%%02x".formatted((int) c));
      }
    }
    return folded.length() > LONGEST
        ? Optional.empty()
        : Optional.of(new Profile(folded.toString()));
  }
}
