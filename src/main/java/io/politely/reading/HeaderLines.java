package io.politely.reading;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the block of headers that mail programs put above a message they quote or pass on without
 * marking its lines: From, Sent, To, Subject, in the user's language.
 */
final class HeaderLines {

  private enum Role {
    FROM,
    SENT,
    TO,
    SUBJECT,
    OTHER
  }

  private static final int LONGEST_KEY = 24;
  private static final int MOST_CONTINUATIONS = 3;
  private static final int MOST_LINES = 40;

  private static final Map<String, Role> ROLES = new HashMap<>();

  static {
    put(
        Role.FROM,
        "from",
        "von",
        "de",
        "da",
        "van",
        "från",
        "fra",
        "od",
        "от",
        "от кого",
        "lähettäjä");
    put(
        Role.FROM,
        "expéditeur",
        "remitente",
        "mittente",
        "afzender",
        "absender",
        "寄件者",
        "发件人",
        "差出人");
    put(
        Role.SENT,
        "sent",
        "date",
        "gesendet",
        "datum",
        "envoyé",
        "envoyé le",
        "enviado",
        "enviada");
    put(
        Role.SENT,
        "enviado el",
        "enviado em",
        "enviada em",
        "fecha",
        "data",
        "inviato",
        "verzonden");
    put(
        Role.SENT,
        "skickat",
        "sendt",
        "dato",
        "wysłano",
        "отправлено",
        "дата",
        "lähetetty",
        "日期",
        "送信日時");
    put(Role.TO, "to", "an", "à", "a", "para", "aan", "till", "til", "do", "кому", "vastaanottaja");
    put(Role.TO, "destinataire", "destinatario", "destinatário", "收件人", "宛先");
    put(Role.SUBJECT, "subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp");
    put(Role.SUBJECT, "ämne", "emne", "temat", "тема", "aihe", "主题", "件名", "sujet");
    put(Role.OTHER, "cc", "bcc", "kopie", "copie", "kopia", "reply-to", "risposta", "rispondi a");
    put(
        Role.OTHER,
        "antwort an",
        "répondre à",
        "responder a",
        "importance",
        "priorität",
        "attachments");
    put(Role.OTHER, "anlagen", "organization", "message-id", "in-reply-to", "resent-from");
  }

  private HeaderLines() {}

  /** The first line after the block that begins here, or -1 where none begins. */
  static int end(Lines lines, int begin) {
    if (roleOf(lines, begin) == null || (begin > 0 && roleOf(lines, begin - 1) != null)) {
      return -1;
    }
    var roles = EnumSet.noneOf(Role.class);
    int end = begin;
    int continuations = 0;
    for (int line = begin; line < Math.min(lines.count(), begin + MOST_LINES); line++) {
      if (lines.isBlank(line)) {
        break;
      }
      var role = roleOf(lines, line);
      if (role != null) {
        roles.add(role);
        end = line + 1;
        continuations = 0;
      } else if (++continuations > MOST_CONTINUATIONS) {
        break;
      }
    }
    return isBlock(roles) ? end : -1;
  }

  private static boolean isBlock(Set<Role> roles) {
    boolean from = roles.contains(Role.FROM);
    boolean sent = roles.contains(Role.SENT);
    boolean to = roles.contains(Role.TO);
    boolean subject = roles.contains(Role.SUBJECT);
    return (from && sent && (to || subject)) || (from && to && subject) || (sent && to && subject);
  }

  private static @Nullable Role roleOf(Lines lines, int line) {
    int colon = lines.indexOf(line, ':', LONGEST_KEY);
    if (colon <= 0) {
      return null;
    }
    var key = lines.beginning(line, colon).toLowerCase(Locale.ROOT);
    int begin = 0;
    while (begin < colon && (key.charAt(begin) == '*' || key.charAt(begin) == '>')) {
      begin++;
    }
    return ROLES.get(key.substring(begin).replace("*", "").strip());
  }

  private static void put(Role role, String... keys) {
    for (var key : keys) {
      ROLES.put(key, role);
    }
  }
}
