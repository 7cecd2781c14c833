package io.politely.ledger;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells a promise to write again on a day from one to deliver by then. "I'll be in touch on the
 * 1st" parks the matter, "I'll send it by the 1st" is owed until it is sent.
 */
final class Returns {

  /** Getting in touch, and nothing besides; in seven languages. */
  private static final List<String> CONTACTS =
      List.of(
          "be in touch",
          "get in touch",
          "get back in touch",
          "check back",
          "check in",
          "circle back",
          "follow up",
          "reach out",
          "touch base",
          "write again",
          "call again",
          "talk to you",
          "speak to you",
          "ich melde mich",
          "melde ich mich",
          "ich komme wieder auf sie zu",
          "komme ich wieder auf",
          "ich schreibe ihnen wieder",
          "je vous recontacte",
          "je te recontacte",
          "je vous recontacterai",
          "je reviens vers vous",
          "je reviens vers toi",
          "je reviendrai vers",
          "me pondré en contacto",
          "le vuelvo a escribir",
          "te vuelvo a escribir",
          "volveré a escribir",
          "mi faccio sentire",
          "mi faccio vivo",
          "mi faccio viva",
          "la ricontatto",
          "ti ricontatto",
          "mi farò sentire",
          "ik neem weer contact",
          "neem ik weer contact",
          "ik meld me",
          "meld ik me",
          "volto a contactar",
          "volto a falar",
          "volto a escrever",
          "entro em contato",
          "entro em contacto",
          "entrarei em contato");

  /** Words of a deadline: until then somebody waits. */
  private static final List<String> DEADLINES =
      List.of(
          "by",
          "before",
          "until",
          "no later",
          "bis spätestens",
          "spätestens",
          "bis zum",
          "bis ende",
          "d'ici",
          "avant",
          "au plus tard",
          "antes",
          "a más tardar",
          "entro",
          "prima di",
          "voor",
          "vóór",
          "uiterlijk",
          "até",
          "o mais tardar");

  private static final Pattern CONTACT = words(CONTACTS);
  private static final Pattern DEADLINE = words(DEADLINES);

  private Returns() {}

  /** Whether the sentence only says on which day its writer will be back in touch. */
  static boolean isReturn(String sentence) {
    return CONTACT.matcher(sentence).find() && !DEADLINE.matcher(sentence).find();
  }

  private static Pattern words(List<String> words) {
    return Pattern.compile(
        "(?<![\\p{L}'])(?:" + String.join("|", words) + ")(?![\\p{L}'])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
