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
    COPY,
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
        "author",
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
    put(Role.COPY, "cc", "bcc", "kopie", "copie", "kopia", "copia", "cópia", "ccn", "cci", "cco");
    put(Role.OTHER, "reply-to", "risposta", "rispondi a");
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

  /**
   * Headers above older text.
   *
   * @param begin the first line, of a name and date above the keys where they stand there
   * @param end the first line after it
   * @param addressed whether it says to whom, as the headers of a patch do not
   */
  record Block(int begin, int end, boolean addressed) {}

  private final Lines lines;

  /** No block begins before this line: what was looked through once is not looked through again. */
  private int refusedUntil;

  HeaderLines(Lines lines) {
    this.lines = lines;
  }

  /** The block whose first key is on this line, or null where none begins. */
  @Nullable Block at(int begin) {
    if (begin < refusedUntil) {
      return null;
    }
    var first = roleOf(begin);
    if (first == null || (begin > 0 && roleOf(begin - 1) != null)) {
      return null;
    }
    var roles = EnumSet.noneOf(Role.class);
    var last = first;
    int end = begin;
    int continuations = 0;
    int line = begin;
    for (; line < Math.min(lines.count(), begin + MOST_LINES); line++) {
      if (lines.isBlank(line)) {
        if (roles.contains(Role.TO) && subjectFollows(line)) {
          continue;
        }
        break;
      }
      var role = roleOf(line);
      if (role != null) {
        roles.add(role);
        last = role;
        end = line + 1;
        continuations = 0;
      } else if (++continuations > MOST_CONTINUATIONS && !listsAddresses(last, line)) {
        break;
      }
    }
    boolean addressed = roles.contains(Role.TO);
    int lead = first == Role.TO && roles.contains(Role.SUBJECT) ? Leads.begin(lines, begin) : begin;
    if (lead < begin || isBlock(roles)) {
      return new Block(lead, end, addressed);
    }
    refusedUntil = line;
    return null;
  }

  /** Whether a block begins on this line. */
  boolean beginsAt(int line) {
    return at(line) != null;
  }

  /** Some programs leave a blank line between the addresses and the subject. */
  private boolean subjectFollows(int blank) {
    int next = blank + 1;
    return next < lines.count() && !lines.isBlank(next) && roleOf(next) == Role.SUBJECT;
  }

  private boolean listsAddresses(Role key, int line) {
    return (key == Role.TO || key == Role.COPY)
        && (lines.last(line) == ','
            || lines.last(line) == ';'
            || lines.indexOf(line, '@', Lines.LONGEST_LOOK) >= 0
            || lines.indexOf(line, ',', Lines.LONGEST_LOOK) >= 0);
  }

  private static boolean isBlock(Set<Role> roles) {
    boolean from = roles.contains(Role.FROM);
    boolean sent = roles.contains(Role.SENT);
    boolean to = roles.contains(Role.TO);
    boolean subject = roles.contains(Role.SUBJECT);
    boolean copy = roles.contains(Role.COPY);
    return (from && sent && (to || subject)) || (to && subject && (from || sent || copy));
  }

  private @Nullable Role roleOf(int line) {
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
