package io.politely.mailboxes;

import io.politely.mailboxes.ConnectionProblem.AppPasswordNeeded;
import io.politely.mailboxes.ConnectionProblem.SaidBye;
import io.politely.mailboxes.ConnectionProblem.SignInAgain;
import io.politely.mailboxes.ConnectionProblem.Throttled;
import io.politely.mailboxes.ConnectionProblem.WrongPassword;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What servers mean by the words with which they refuse (RFC 5530, and what the large ones say).
 */
final class ServerWords {

  private static final int LONGEST = 200;

  private static final Pattern LATER =
      Pattern.compile(
          "\\[(?:unavailable|inuse|limit|overquota|serverbug|throttled)\\]|too many|rate limit"
              + "|throttl|try again later|temporar|exceeded|bandwidth|internal error");
  private static final Pattern FOR_PROGRAMS =
      Pattern.compile(
          "application-specific|app[- ]?password|app-specific|web ?login required|less secure"
              + "|basicauth|basic auth|two-factor|2fa|authorization code|授权码");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");
  private static final Pattern WANTS_APP_PASSWORD =
      Pattern.compile("(?:.*\\.)?(?:gmail|googlemail|yahoo|aol|icloud|me|mac|zoho|fastmail)\\..+");
  private static final Pattern MAIL_ME = Pattern.compile("(?:.*\\.)?mail\\.me\\.com");

  private ServerWords() {}

  /** Why a server did not let us in. */
  static ConnectionProblem refusedLogin(
      String host, String login, boolean withToken, String answer) {
    var said = answer.toLowerCase(Locale.ROOT);
    if (LATER.matcher(said).find()) {
      return new Throttled(host, readable(answer));
    }
    if (withToken) {
      return new SignInAgain(host);
    }
    return FOR_PROGRAMS.matcher(said).find() || wantsAppPassword(host)
        ? new AppPasswordNeeded(host)
        : new WrongPassword(host, login);
  }

  /** Why a server ended the conversation. */
  static ConnectionProblem bye(String host, String answer) {
    return LATER.matcher(answer.toLowerCase(Locale.ROOT)).find()
        ? new Throttled(host, readable(answer))
        : new SaidBye(host, readable(answer));
  }

  /** Whether a refusal is only for now. */
  static boolean isForNow(String answer) {
    return LATER.matcher(answer.toLowerCase(Locale.ROOT)).find();
  }

  /** The words of a server in one short line, without control characters. */
  static String readable(String answer) {
    var line = CONTROLS.matcher(answer).replaceAll(" ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /** They refuse any other password, and do not say why. */
  private static boolean wantsAppPassword(String host) {
    return WANTS_APP_PASSWORD.matcher(host).matches() || MAIL_ME.matcher(host).matches();
  }
}
