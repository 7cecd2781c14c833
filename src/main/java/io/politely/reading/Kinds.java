package io.politely.reading;

import java.util.List;
import java.util.Locale;

/**
 * Tells who is behind a message. Headers first, since programs are bound to them by RFC 3464, 3834
 * and 2919; subject and body only where the headers are silent.
 */
final class Kinds {

  private static final PhraseIndex POSTMASTERS =
      PhraseIndex.of(
          """
          mailer-daemon, mailer_daemon, postmaster, post_master, post-master, mail-daemon, maildelivery, mdaemon,
          mail delivery subsystem, mail delivery system, bounce-
          """);

  private static final PhraseIndex BOUNCE_SUBJECTS =
      PhraseIndex.of(
          """
          undeliver, non-deliver, nondeliver, returned mail, mail delivery fail,
          delivery status notification, delivery failure, delivery report, delivery notification,
          delivery has failed, failure notice, failed mail, mail system error, returned to sender,
          message could not be delivered, could not be delivered, message status - undeliverable,
          mail failure, mail error, error mail, delivery unsuccessful, mail not delivered, not delivered, user unknown,
          warning: could not send, warning: message, delayed mail, mail delivery delay,
          delivery delayed, delivery error, error sending message, dsn:, mail could not be,
          unzustellbar, nicht zugestellt, konnte nicht zugestellt, zustellung fehlgeschlagen,
          non remis, échec de la remise, no se puede entregar, no entregado, no se ha podido,
          non recapitabile, mancato recapito, onbestelbaar, niet bezorgd,
          não foi possível entregar, devolução, não entregue, 配信不能, 配信エラー
          """);

  private static final PhraseIndex BOUNCE_WORDS =
      PhraseIndex.of(
          """
          user unknown, unknown user, no such user, mailbox unavailable, mailbox full,
          mailbox is full, cannot be delivered, can not be delivered, not delivered, could not be sent,
          over quota, quota exceeded, address rejected, could not be delivered,
          couldn't be delivered, was not delivered, delivery has failed, delivery failed,
          unable to deliver, undeliverable, permanent error, permanent fatal errors,
          unrouteable address, host unknown, does not exist, has been delayed, not be delivered,
          returned to sender, recipient rejected, 550 , 5.1.1, 554 , 552 , did not reach,
          wurde nicht zugestellt, nicht zugestellt werden
          """);

  private static final PhraseIndex AUTOMATIC_SUBJECTS =
      PhraseIndex.of(
          """
          automatic reply, auto-reply, autoreply, auto reply, auto:, auto response, auto-response,
          autoresponse, out of office, out of the office, away from the office, ooo:,
          vacation reply, vacation:, automatische antwort, abwesenheitsnotiz, abwesenheit:,
          abwesend, nicht im büro, nicht im haus, réponse automatique, absence du bureau,
          absent du bureau, absence :, respuesta automática, respuesta automatica,
          fuera de la oficina, fuera de oficina, risposta automatica, fuori ufficio, fuori sede,
          assente, automatisch antwoord, afwezig, afwezigheid, niet aanwezig, resposta automática,
          ausência, fora do escritório, ausente, autosvar, automatiskt svar, automatisk svar,
          odpowiedź automatyczna, 自动回复, 自動応答
          """);

  /** Subjects of absence notices; others that begin like an automatic answer may be one too. */
  private static final PhraseIndex ABSENT_SUBJECTS =
      PhraseIndex.of(
          """
          out of office, out of the office, away from the office, ooo:, on vacation, vacation,
          abwesenheit, abwesend, außer haus, nicht im büro, urlaub, absence, absent, fuera de,
          fuori ufficio, fuori sede, assente, afwezig, niet aanwezig, ausência, fora do, ausente
          """);

  private static final PhraseIndex ANSWERED_INVITATIONS =
      PhraseIndex.of(
          """
          accepted, declined, tentative, tentatively, new time proposed, cancel, canceled, cancelled,
          zugesagt, angenommen, abgelehnt, abgesagt, mit vorbehalt, vorläufig, accepté, refusé, annulé,
          provisoire, aceptado, aceptada, rechazado, rechazada, cancelado, cancelada, provisional,
          geaccepteerd, geweigerd, afgewezen, geannuleerd, voorlopig, aceito, aceite, recusado,
          accettato, rifiutato, annullato, provvisorio
          """);

  private static final PhraseIndex CHALLENGES =
      PhraseIndex.of(
          """
          confirm that you are a person, confirm you are human, prove you are human, verify that you are,
          to stop junk mail, to fight spam, reply to this message, click the link below to deliver,
          so that your original, in order to deliver your, added to my list of, approved senders,
          um ihre nachricht zuzustellen, bestätigen sie, pour que votre message, confirmez que,
          para que su mensaje, confirme que, per consegnare, confermare di essere,
          om uw bericht te bezorgen, bevestig dat, para entregar a sua
          """);

  private static final PhraseIndex LIST_REFUSALS =
      PhraseIndex.of(
          """
          not a member, not subscribed, not allowed to post, members only, has been rejected,
          was rejected, kein mitglied, n'êtes pas membre, no es miembro, não é membro, non è membro,
          geen lid
          """);

  private static final int MOST_OF_NOTICE = 1_500;
  private static final int MOST_OF_REFUSAL = 300;

  private static final PhraseIndex READ_RECEIPTS =
      PhraseIndex.of("read:, not read:, gelesen:, lu :, leído:, letto:, gelezen:, lido:");

  private static final PhraseIndex NOBODY_READS =
      PhraseIndex.of(
          """
          noreply, no-reply, no_reply, donotreply, do-not-reply, do_not_reply, nepasrepondre,
          ne-pas-repondre, noresponder, nao-responda, nicht-antworten, newsletter, notifications,
          notification, mailing, marketing, unsubscribe
          """);

  private Kinds() {}

  static Kind of(Letter letter, String text) {
    var headers = new Headers(letter);
    if (isComplaint(letter, headers)) {
      return Kind.COMPLAINT;
    }
    if (isBounce(letter, headers, text)) {
      return Bounces.kindOf(letter);
    }
    if (isCalendarAnswer(letter, headers)) {
      return Kind.CALENDAR_ANSWER;
    }
    if (isAutomaticReply(letter, headers)) {
      return automaticReply(headers, text);
    }
    if (isDiscussion(headers)) {
      return Kind.LIST;
    }
    if (isGenerated(headers)) {
      return automaticReply(headers, text);
    }
    if (isBulk(headers)) {
      return Kind.NEWSLETTER;
    }
    return Absences.isPlainNotice(text) ? Kind.OUT_OF_OFFICE : Kind.HUMAN;
  }

  /** A person answered an invitation with a click, whatever words his calendar put to it. */
  private static boolean isCalendarAnswer(Letter letter, Headers headers) {
    return letter.partTypes().contains("text/calendar")
        && (ANSWERED_INVITATIONS.begins(headers.subject())
            || headers.value("content-type").contains("method=reply"));
  }

  private static Kind automaticReply(Headers headers, String text) {
    var beginning = lower(text, MOST_OF_NOTICE);
    if (CHALLENGES.occursIn(beginning)) {
      return Kind.CHALLENGE;
    }
    boolean away = ABSENT_SUBJECTS.begins(headers.subject()) || Absences.isMentioned(beginning);
    return away ? Kind.OUT_OF_OFFICE : Kind.AUTOMATIC_REPLY;
  }

  private static boolean isComplaint(Letter letter, Headers headers) {
    var status = letter.deliveryStatus();
    return letter.partTypes().contains("message/feedback-report")
        || headers.value("content-type").contains("feedback-report")
        || headers.subject().startsWith("complaint about message from")
        || (status != null && lower(status, 2_000).contains("feedback-type:"))
        || isSignOff(headers);
  }

  /** A mail program unsubscribes its user by itself (RFC 2369). */
  private static boolean isSignOff(Headers headers) {
    return headers.subject().strip().equals("unsubscribe")
        && headers.value("auto-submitted").startsWith("auto-");
  }

  private static boolean isBounce(Letter letter, Headers headers, String text) {
    var contentType = headers.value("content-type");
    if (contentType.contains("delivery-status")
        || letter.partTypes().contains("message/delivery-status")
        || !headers.value("x-failed-recipients").isEmpty()) {
      return true;
    }
    var from = headers.from();
    var subject = headers.subject();
    boolean daemon = POSTMASTERS.occursIn(from);
    boolean noReturn = headers.value("return-path").strip().equals("<>") || from.endsWith("<>");
    boolean saysSo = BOUNCE_SUBJECTS.occursIn(subject);
    if (daemon) {
      return true;
    }
    if (isDispositionReport(letter, contentType)) {
      return false;
    }
    if (from.contains("@sns.amazonaws.com")) {
      return lower(text, 4_000).contains("notificationtype");
    }
    if (isRefusedByList(headers, text)) {
      return true;
    }
    if (!noReturn && (!saysSo || headers.isReply())) {
      return false;
    }
    var body = lower(text, 4_000);
    return BOUNCE_WORDS.occursIn(body);
  }

  /** A mailing list's program did not take the message in. */
  private static boolean isRefusedByList(Headers headers, String text) {
    var local = localPart(headers.from());
    boolean program =
        local.endsWith("-admin")
            || local.endsWith("-owner")
            || local.endsWith("-request")
            || local.endsWith("-bounces");
    return program && LIST_REFUSALS.occursIn(lower(text, MOST_OF_REFUSAL));
  }

  private static boolean isDispositionReport(Letter letter, String contentType) {
    return contentType.contains("disposition-notification")
        || letter.partTypes().contains("message/disposition-notification");
  }

  private static boolean isAutomaticReply(Letter letter, Headers headers) {
    if (isDispositionReport(letter, headers.value("content-type"))) {
      return true;
    }
    if (headers.value("auto-submitted").startsWith("auto-replied")
        || headers.has("x-autoreply")
        || headers.has("x-autorespond")
        || headers.has("x-autoresponder")
        || headers.value("x-autogenerated").equals("reply")
        || headers.value("precedence").contains("auto")
        || headers.value("x-precedence").contains("auto")) {
      return true;
    }
    var subject = headers.subject().strip();
    return AUTOMATIC_SUBJECTS.begins(subject) || READ_RECEIPTS.begins(subject);
  }

  /** Written by a program for this one reader, as news of an application is. */
  private static boolean isGenerated(Headers headers) {
    return headers.value("auto-submitted").startsWith("auto-")
        && !headers.has("list-unsubscribe")
        && !headers.has("list-id")
        && !headers.has("feedback-id");
  }

  /** A list that people write to; {@code Precedence: list} or bulk alone says nothing. */
  private static boolean isDiscussion(Headers headers) {
    if (nobodyReads(headers)
        || headers.has("feedback-id")
        || headers.has("list-unsubscribe-post")) {
      return headers.has("list-post") && headers.isReply();
    }
    if (headers.has("list-post") || headers.has("x-mailing-list") || headers.has("x-beenthere")) {
      return !headers.value("list-post").startsWith("no");
    }
    boolean listed = headers.has("list-id") || headers.has("mailing-list");
    return listed
        && (headers.isReply()
            || headers.value("precedence").contains("list")
            || (headers.value("precedence").contains("bulk") && !headers.has("list-unsubscribe")));
  }

  private static boolean isBulk(Headers headers) {
    var precedence = headers.value("precedence");
    var submitted = headers.value("auto-submitted");
    return precedence.contains("bulk")
        || precedence.contains("junk")
        || submitted.startsWith("auto-")
        || (headers.has("list-unsubscribe") && !answers(headers))
        || headers.has("list-unsubscribe-post")
        || headers.has("list-id")
        || headers.has("feedback-id")
        || headers.has("x-campaign")
        || headers.has("x-campaign-id")
        || headers.has("x-mailgun-tag")
        || nobodyReads(headers);
  }

  /** Systems that recruiters and sellers write from put a way to unsubscribe into every answer. */
  private static boolean answers(Headers headers) {
    return headers.isReply() || Submissions.isReply(headers.subject());
  }

  private static boolean nobodyReads(Headers headers) {
    var local = localPart(headers.from());
    return NOBODY_READS.begins(local) || local.endsWith("noreply");
  }

  private static String localPart(String from) {
    int at = from.lastIndexOf('@');
    int begin = at < 0 ? 0 : Math.max(from.lastIndexOf('<', at), from.lastIndexOf(' ', at)) + 1;
    return at < 0 ? "" : from.substring(begin, at);
  }

  private static String lower(String text, int most) {
    return text.substring(0, Math.min(most, text.length())).toLowerCase(Locale.ROOT);
  }

  /** Header values in lower case, the empty text where absent. */
  private record Headers(Letter letter, String from, String subject) {

    Headers(Letter letter) {
      this(letter, value(letter, "from"), value(letter, "subject"));
    }

    String value(String name) {
      return value(letter, name);
    }

    private static String value(Letter letter, String name) {
      var values = letter.headers().getOrDefault(name, List.of());
      return values.isEmpty() ? "" : lower(values.getFirst(), 1_000);
    }

    boolean has(String name) {
      return letter.headers().containsKey(name);
    }

    boolean isReply() {
      return has("in-reply-to") || has("references");
    }
  }
}
