package io.politely.reading;

import java.util.List;
import java.util.Locale;

/** Tells of a delivery report whether trying the address again can help. */
public final class Bounces {

  private static final int MOST_LOOKED_AT = 8_000;

  private static final List<String> TEMPORARY =
      Phrases.list(
          """
          mailbox full, mailbox is full, over quota, quota exceeded, exceeded storage,
          exceeds allotted, insufficient storage, insufficient system storage, too large,
          message size, size limit, exceeds the maximum, delayed, will be retried, try again later,
          will keep trying, temporarily, timed out, timeout, connection refused, host not reachable,
          blocked, blacklist, blocklist, spamhaus, spam, reputation, policy, dmarc, spf, rejected due,
          greylist, rate limit, too many, virus, content rejected, message filtered, relay, relaying,
          not authorized, access denied, hop count, routing loop, loops back, expired, protocol error,
          syntax error, system not accepting, suspended, service unavailable, security
          """);

  private static final List<String> PERMANENT =
      Phrases.list(
          """
          user unknown, unknown user, no such user, does not exist, doesn't exist, unknown recipient,
          no such recipient, recipient not found, user not found, address rejected, invalid recipient,
          invalid mailbox, unknown address, no mailbox here, mailbox unavailable, mailbox not found,
          account disabled, account is disabled, account has been disabled, disabled, inactive,
          host unknown, unknown host, domain not found, no such domain, name service error, has moved,
          no longer, not listed, unrouteable, not a valid, bad destination, unknown local part
          """);

  private Bounces() {}

  /** True where the address cannot be used; false where it was delay, space, size or a refusal. */
  public static boolean isPermanent(Letter letter) {
    var report = report(letter);
    var status = status(report);
    if (status.startsWith("4")) {
      return false;
    }
    boolean permanent = PERMANENT.stream().anyMatch(report::contains);
    boolean temporary = TEMPORARY.stream().anyMatch(report::contains);
    boolean address = status.startsWith("5.1.") || status.equals("5.2.1") || status.equals("5.4.4");
    boolean refused =
        status.startsWith("5.7.")
            || status.startsWith("5.3.")
            || status.startsWith("5.6.")
            || status.equals("5.2.2")
            || status.equals("5.2.3")
            || status.startsWith("5.4.");
    if (address || refused) {
      return address && (permanent || !temporary);
    }
    return permanent || !temporary;
  }

  private static String report(Letter letter) {
    var status = letter.deliveryStatus() == null ? "" : letter.deliveryStatus();
    var text = letter.text() == null ? "" : letter.text();
    var both = beginning(status) + "\n" + beginning(text);
    return both.toLowerCase(Locale.ROOT);
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(text.length(), MOST_LOOKED_AT));
  }

  /** The first enhanced status code, "5.1.1", or "". */
  private static String status(String report) {
    for (int i = 0; i + 4 < report.length(); i++) {
      char c = report.charAt(i);
      boolean begins = i == 0 || !isCodeCharacter(report.charAt(i - 1));
      if (begins && (c == '4' || c == '5') && report.charAt(i + 1) == '.') {
        int end = i;
        while (end < report.length() && isCodeCharacter(report.charAt(end))) {
          end++;
        }
        var code = report.substring(i, end);
        if (code.chars().filter(dot -> dot == '.').count() == 2
            && code.length() <= 8
            && !code.endsWith(".0.0")) {
          return code;
        }
        i = end;
      }
    }
    return "";
  }

  private static boolean isCodeCharacter(char c) {
    return Texts.isDigit(c) || c == '.';
  }
}
