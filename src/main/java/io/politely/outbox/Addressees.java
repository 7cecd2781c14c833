package io.politely.outbox;

import io.politely.kernel.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The addresses in a line that somebody typed: "Grace Hopper &lt;grace@example.org&gt;,
 * ada@example.com".
 *
 * @param unreadable what stands there and is no address
 */
public record Addressees(List<EmailAddress> addresses, List<String> unreadable) {

  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern BRACKETED = Pattern.compile("[^<>]*<([^<>]*)>\\s*");

  public Addressees {
    addresses = List.copyOf(addresses);
    unreadable = List.copyOf(unreadable);
  }

  /** Reads a line; commas, semicolons and line ends separate. */
  public static Addressees of(String line) {
    var addresses = new ArrayList<EmailAddress>();
    var unreadable = new ArrayList<String>();
    // A name in quotes may have a comma in it, and is not needed.
    for (var part : QUOTED.matcher(line).replaceAll(" ").split("[,;\\r\\n]", -1)) {
      if (part.isBlank()) {
        continue;
      }
      var bracketed = BRACKETED.matcher(part);
      var address = EmailAddress.parse(bracketed.matches() ? bracketed.group(1) : part);
      address.ifPresentOrElse(addresses::add, () -> unreadable.add(part.strip()));
    }
    return new Addressees(addresses.stream().distinct().toList(), unreadable);
  }

  /** Addresses as a line that can be read again. */
  public static String line(List<EmailAddress> addresses) {
    return String.join(", ", addresses.stream().map(EmailAddress::value).toList());
  }
}
