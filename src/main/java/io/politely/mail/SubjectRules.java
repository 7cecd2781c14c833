package io.politely.mail;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a subject says about its conversation, without the prefixes and tags that mail programs and
 * lists put before it.
 */
final class SubjectRules {

  /** "Reply" and "forward" as mail programs abbreviate them, in some forty languages. */
  private static final Set<String> REPLY_PREFIXES =
      Set.of(
          "re", "aw", "antw", "antwort", "sv", "vs", "svar", "odp", "ynt", "res", "ref", "rif", "r",
          "ri", "bls", "vá", "ang", "atb", "hv", "ats", "jaw", "απ", "σχετ", "הנ", "השב", "رد",
          "回复", "回覆", "答复", "返信", "답장", "отв", "відп", "на", "yt", "rép", "rep", "tr:re", "ответ",
          "pd");

  private static final Set<String> FORWARD_PREFIXES =
      Set.of(
          "fw",
          "fwd",
          "wg",
          "tr",
          "rv",
          "enc",
          "doorst",
          "vl",
          "vb",
          "i",
          "vidb",
          "πρθ",
          "iлт",
          "пер",
          "转发",
          "轉寄",
          "転送",
          "전달",
          "továbbítás",
          "tov",
          "pd",
          "ilt",
          "fs",
          "videresendt",
          "trs",
          "inoltra",
          "ynl",
          "переслано");

  /** Subjects that so many mails share that they say nothing by themselves. */
  private static final Set<String> GENERIC =
      Set.of(
          "",
          "hi",
          "hello",
          "hey",
          "hallo",
          "hola",
          "bonjour",
          "ciao",
          "olá",
          "question",
          "frage",
          "questions",
          "info",
          "information",
          "update",
          "meeting",
          "call",
          "thanks",
          "thank you",
          "danke",
          "merci",
          "gracias",
          "no subject",
          "kein betreff",
          "test",
          "lunch",
          "request",
          "follow up",
          "follow-up",
          "checking in",
          "quick question",
          "invoice",
          "reminder",
          "news",
          "document",
          "documents",
          "attached",
          "fyi",
          "urgent",
          "important",
          "today",
          "tomorrow");

  /** "[Bug 4711]", "(PR #12)", "[ABC-123]": how trackers and help desks mark all mail of a case. */
  private static final Pattern TICKET =
      Pattern.compile(
          "[\\[(](?:[^\\])/]*?\\b(?:bug|issue|ticket|case|request|incident|task|pr|mr|ref)[ :]*#?"
              + "|#|[a-z][a-z0-9]+-)(\\d{2,})[\\])]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WAS =
      Pattern.compile("\\(was: *(.+?)\\)?$", Pattern.CASE_INSENSITIVE);

  private SubjectRules() {}

  /** The subject without prefixes, list tags and "(was: …)", folded for comparing. */
  static String base(String subject) {
    var rest = Normalizer.normalize(subject, Normalizer.Form.NFKC).strip();
    while (true) {
      var shorter = withoutLeadingTag(withoutPrefix(rest)).strip();
      if (shorter.equals(rest)) {
        break;
      }
      rest = shorter;
    }
    return fold(withoutWas(rest));
  }

  /** Whether the subject says that the message answers another. */
  static boolean saysReply(String subject) {
    return prefix(withoutTags(subject)).map(REPLY_PREFIXES::contains).orElse(false);
  }

  /** Whether the subject says that the message forwards another. */
  static boolean saysForward(String subject) {
    return prefix(withoutTags(subject)).map(FORWARD_PREFIXES::contains).orElse(false);
  }

  /** What stands in brackets before the words, which {@link #base} leaves out, folded. */
  static String tags(String subject) {
    var rest = Normalizer.normalize(subject, Normalizer.Form.NFKC).strip();
    var tags = new StringBuilder();
    while (true) {
      var plain = withoutPrefix(rest).strip();
      var shorter = withoutLeadingTag(plain).strip();
      tags.append(plain, 0, plain.length() - shorter.length());
      if (shorter.equals(rest)) {
        return fold(tags.toString());
      }
      rest = shorter;
    }
  }

  /**
   * The case that a subject belongs to, as its tracker writes it, folded; "" where it names none.
   */
  static String ticket(String subject) {
    var ticket = TICKET.matcher(subject);
    return ticket.find() ? fold(ticket.group()) : "";
  }

  /**
   * The base of the subject before somebody changed it, "… (was: old)"; "" where it is the first.
   */
  static String formerBase(String subject) {
    var was = WAS.matcher(subject.strip());
    return was.find() ? base(was.group(1)) : "";
  }

  /** Whether a base subject is too common to join by. */
  static boolean isGeneric(String base) {
    return base.length() < 4 || GENERIC.contains(base);
  }

  private static String withoutTags(String subject) {
    var rest = subject.strip();
    while (true) {
      var shorter = withoutLeadingTag(rest).strip();
      if (shorter.equals(rest)) {
        return rest;
      }
      rest = shorter;
    }
  }

  /** "[list] rest" without the tag; a subject that is nothing but a tag keeps it. */
  private static String withoutLeadingTag(String subject) {
    if (!subject.startsWith("[")) {
      return subject;
    }
    int end = subject.indexOf(']');
    return end < 0 || end == subject.length() - 1 ? subject : subject.substring(end + 1);
  }

  private static String withoutPrefix(String subject) {
    return prefix(subject)
        .filter(word -> REPLY_PREFIXES.contains(word) || FORWARD_PREFIXES.contains(word))
        .map(word -> subject.substring(colon(subject) + 1))
        .orElse(subject);
  }

  /** The word before the first colon, without a counter: "re" of "Re[2]: …", "aw" of "AW : …". */
  private static java.util.Optional<String> prefix(String subject) {
    int colon = colon(subject);
    if (colon < 1) {
      return java.util.Optional.empty();
    }
    var word = subject.substring(0, colon).strip();
    int counter = indexOfAny(word, "[(*^");
    if (counter > 0) {
      word = word.substring(0, counter).strip();
    }
    int end = word.length();
    while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
      end--;
    }
    return java.util.Optional.of(word.substring(0, end).toLowerCase(Locale.ROOT));
  }

  private static int colon(String subject) {
    int end = Math.min(subject.length(), 24);
    for (int at = 0; at < end; at++) {
      char c = subject.charAt(at);
      if (c == ':' || c == '：') {
        return at;
      }
    }
    return -1;
  }

  private static int indexOfAny(String text, String characters) {
    for (int at = 0; at < text.length(); at++) {
      if (characters.indexOf(text.charAt(at)) >= 0) {
        return at;
      }
    }
    return -1;
  }

  private static String withoutWas(String subject) {
    int was = subject.toLowerCase(Locale.ROOT).indexOf("(was:");
    return was > 0 ? subject.substring(0, was) : subject;
  }

  private static String fold(String subject) {
    var folded = new StringBuilder(subject.length());
    boolean space = false;
    for (int at = 0; at < subject.length(); at++) {
      char c = subject.charAt(at);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        space = !folded.isEmpty();
      } else {
        if (space) {
          folded.append(' ');
          space = false;
        }
        folded.append(Character.toLowerCase(c));
      }
    }
    int end = folded.length();
    while (end > 0 && ".!…".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return folded.substring(0, end).strip();
  }
}
