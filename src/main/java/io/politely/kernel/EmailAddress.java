package io.politely.kernel;

import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address, lower case and trimmed, so that two spellings of one mailbox are equal.
 *
 * <p>The local part is folded to lower case too: no provider that people use tells them apart.
 *
 * @param value the address, {@code local@domain}, at most 320 characters
 */
public record EmailAddress(String value) implements Comparable<EmailAddress> {

  private static final int LONGEST = 320;

  /** Normalizes; throws {@link IllegalArgumentException} when it is no address. */
  public EmailAddress {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (!looksLikeAnAddress(value)) {
      throw new IllegalArgumentException("Not an e-mail address: a local part, one @ and a domain");
    }
  }

  /** The address in a foreign text, or empty when there is none that can be used. */
  public static Optional<EmailAddress> parse(String text) {
    var candidate = text.strip().toLowerCase(Locale.ROOT);
    return looksLikeAnAddress(candidate)
        ? Optional.of(new EmailAddress(candidate))
        : Optional.empty();
  }

  /** The part before the last {@code @}. */
  public String local() {
    return value.substring(0, value.lastIndexOf('@'));
  }

  /** The part after the last {@code @}. */
  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  /**
   * Whether mail can be sent there: not below {@code .invalid}, which RFC 2606 keeps free for ever.
   * Somebody of whom no address is known is kept under such a one.
   */
  public boolean takesMail() {
    return !value.endsWith(".invalid");
  }

  /** The same mailbox without its tag: {@code ada+jobs@example.org} is {@code ada@example.org}. */
  public EmailAddress withoutTag() {
    int plus = local().indexOf('+');
    return plus <= 0 ? this : new EmailAddress(local().substring(0, plus) + "@" + domain());
  }

  @Override
  public int compareTo(EmailAddress other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean looksLikeAnAddress(String text) {
    int at = text.lastIndexOf('@');
    return at > 0 && at < text.length() - 1 && text.length() <= LONGEST && isOneWord(text);
  }

  private static boolean isOneWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == 0x7f || c == '<' || c == '>') {
        return false;
      }
    }
    return true;
  }
}
