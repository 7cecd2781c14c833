package io.politely.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a delivery report what became of the message: on its way still, refused this time, or
 * sent to an address that cannot be used.
 *
 * <p>The server's own words (Diagnostic-Code, or the text above the returned message) say more than
 * the status code, which many servers leave at 5.0.0 or set wrong. Codes are those of RFC 3463.
 *
 * <p>An address cannot be used ({@link Kind#BOUNCE}) when nobody has it, its owner has moved, or
 * its host is unknown or takes no mail: no waiting helps. All else is refused this time ({@link
 * Kind#SOFT_BOUNCE}): a full mailbox, a policy, a size, and also a suspended, disabled or inactive
 * account (X.2.1), since that may be opened again and the address is right.
 */
final class Bounces {

  private static final int MOST_LOOKED_AT = 8_000;

  private static final PhraseIndex DELAYED =
      PhraseIndex.of(
          """
          action: delayed, not yet been delivered, has been delayed, delivery delayed, is delayed,
          will be retried, will keep trying, try again later, temporary failure, temporarily rejected,
          only a warning, wird weiterhin versucht, noch nicht zugestellt, konnte noch nicht,
          n'a pas encore été, retardée, todavía no se ha, aún no se ha entregado, se seguirá intentando,
          ainda não foi entregue, continuará a tentar, non è stato ancora, ulteriori tentativi,
          nog niet bezorgd, wordt nog
          """);

  /** Reasons that lie with the sender, the message or a full mailbox. */
  private static final PhraseIndex REFUSED =
      PhraseIndex.of(
          """
          sender address, sender rejected, domain of sender, unroutable sender, after mail from,
          name was rejected, rdns, ptr, reverse dns, policy, blacklist, blocklist, blocked, banned,
          spamhaus, spam, reputation, dmarc, spf, dkim, greylist, rate limit, too many, virus,
          content rejected, content restriction, message filtered, mailbox full, mailbox is full,
          over quota, quota, exceeded storage, exceeds, insufficient, too large, too big,
          message size, size limit, loop, loops, try again, timed out, timeout, connection refused,
          expired, too long, pipe to, postfach voll, voll, boîte pleine,
          buzón lleno, casella piena, caixa cheia, mailbox vol
          """);

  private static final PhraseIndex UNUSABLE =
      PhraseIndex.of(
          """
          user unknown, unknown user, no such user, user not found, user doesn't have, unknown recipient,
          unknown address, unknown local part, unknown mailbox, no such recipient, recipient not found,
          recipnotfound, no such address, no such mailbox, no such person, no mailbox, not our customer,
          address rejected, recipient address rejected, recipient rejected, invalid recipient,
          invalid mailbox, invalid user, invalid address, addressee unknown, address unknown,
          mailbox unavailable, mailbox not found, mailbox does not exist, does not exist, doesn't exist,
          not a valid, not recognized, dns lookup failure, couldn't find any host, couldn't find a mail, bad destination, undeliverable address, unrouteable, not listed,
          no longer, has moved, left the company, host unknown, unknown host,
          host not found, domain not found, no such domain, name service error, no mx,
          does not accept mail, not accepting network, nullmx, unbekannt, existiert nicht, nicht gefunden,
          introuvable, inconnu, inconnue, n'existe pas, desconocido, no existe, no encontrado, inexistente,
          desconhecido, não existe, inesistente, sconosciuto, non esiste, onbekend, bestaat niet,
          見つかりません, ありません, 存在しません, 不存在
          """);

  /** A mailbox that is there, but that nobody may use now; whoever closed it may open it again. */
  private static final PhraseIndex SUSPENDED =
      PhraseIndex.of(
          """
          disabled, suspended, inactive, not active, deactivated, discontinued, account is locked, frozen,
          on hold, gesperrt, deaktiviert, suspendu, désactivé, suspendid, desactivad, sospes, disattivat,
          geblokkeerd, uitgeschakeld, suspens, desativad
          """);

  private static final PhraseIndex RETURNED =
      PhraseIndex.of(
          """
          below this line is a copy, this is a copy of, original message, original-nachricht,
          message headers follow, message header follows, returned message, headers of the original,
          message d'origine, copy of the original
          """);

  private Bounces() {}

  /** Which of the delivery reports it is. */
  static Kind kindOf(Letter letter) {
    var status = lower(letter.deliveryStatus());
    var text = aboveReturned(lower(letter.text()));
    if (isDelay(status, text)) {
      return Kind.DELAY;
    }
    var diagnoses = diagnoses(status);
    boolean judged = false;
    for (var words : diagnoses) {
      var code = code(words).isEmpty() ? code(status) : code(words);
      if (isUnusable(code, words, text)) {
        return Kind.BOUNCE; // of several addresses, one is enough
      }
      judged |= REFUSED.occursIn(words) || SUSPENDED.occursIn(words) || UNUSABLE.occursIn(words);
    }
    var code = code(status.isEmpty() ? text : status);
    return !judged && isUnusable(code, text, text) ? Kind.BOUNCE : Kind.SOFT_BOUNCE;
  }

  private static boolean isDelay(String status, String text) {
    return status.contains("action: delayed")
        || (!status.contains("action: failed") && DELAYED.occursIn(text));
  }

  private static boolean isUnusable(String code, String words, String text) {
    if (code.startsWith("4.")
        || code.equals("5.1.7")
        || code.equals("5.1.8")
        || code.equals("5.3.0")
        || code.startsWith("5.2.") // the mailbox is there
        || REFUSED.occursIn(words)
        || SUSPENDED.occursIn(words)
        || refusedItsContent(words, text)) {
      return false;
    }
    return UNUSABLE.occursIn(words)
        || code.equals("5.1.0")
        || code.equals("5.1.1")
        || code.equals("5.1.2")
        || code.equals("5.1.3")
        || code.equals("5.1.6")
        || code.equals("5.1.10")
        || code.equals("5.4.4");
  }

  /**
   * A server that refuses after the content knew the address; unless the refusal came late, because
   * the commands were sent at once.
   */
  private static boolean refusedItsContent(String words, String text) {
    if (words.contains("550 : user unknown") || words.contains("550: : user unknown")) {
      return true; // and so can no longer say which address it means
    }
    int data = text.indexOf(">>> data");
    int refused = data < 0 ? -1 : text.indexOf("<<< 5", data);
    return refused >= 0
        && refused - data < 40
        && !text.contains("5.1.1")
        && !text.contains("need rcpt")
        && !text.contains("no valid recipient");
  }

  /** What each Diagnostic-Code of a delivery status says, continuation lines included. */
  private static List<String> diagnoses(String status) {
    var diagnoses = new ArrayList<String>();
    var lines = Lines.of(status);
    for (int line = 0; line < lines.count(); line++) {
      if (lines.beginsWith(line, "diagnostic-code:")) {
        var words = new StringBuilder(lines.stripped(line).substring("diagnostic-code:".length()));
        while (line + 1 < lines.count()
            && !lines.isBlank(line + 1)
            && isIndented(lines, line + 1)) {
          line++;
          words.append(' ').append(lines.stripped(line));
        }
        diagnoses.add(words.toString());
      }
    }
    return diagnoses;
  }

  private static boolean isIndented(Lines lines, int line) {
    return Texts.isSpace(lines.text(line).charAt(0));
  }

  private static String aboveReturned(String text) {
    int line = 0;
    while (line >= 0 && line < text.length()) {
      int next = text.indexOf('\n', line);
      int end = next < 0 ? text.length() : next;
      if (end - line < 100 && line > 0 && RETURNED.begins(withoutStrokes(text, line, end))) {
        return text.substring(0, line);
      }
      line = next < 0 ? -1 : next + 1;
    }
    return text;
  }

  private static String withoutStrokes(String text, int begin, int end) {
    int at = begin;
    while (at < end && !Character.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(at, end);
  }

  private static String lower(@Nullable String text) {
    var beginning = text == null ? "" : text.substring(0, Math.min(text.length(), MOST_LOOKED_AT));
    return beginning.toLowerCase(Locale.ROOT);
  }

  /** The first enhanced status code that says anything, "5.1.1", or "". */
  private static String code(String report) {
    for (int i = 0; i + 4 < report.length(); i++) {
      char c = report.charAt(i);
      boolean begins = i == 0 || !isCodeCharacter(report.charAt(i - 1));
      if (begins && (c == '4' || c == '5') && report.charAt(i + 1) == '.') {
        int end = i;
        int dots = 0;
        while (end < report.length() && isCodeCharacter(report.charAt(end))) {
          dots += report.charAt(end) == '.' ? 1 : 0;
          end++;
        }
        var code = report.substring(i, report.charAt(end - 1) == '.' ? end - 1 : end);
        if (dots >= 2 && code.length() <= 8 && !code.equals("5.0.0")) {
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
