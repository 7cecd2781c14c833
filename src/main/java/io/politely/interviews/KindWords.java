package io.politely.interviews;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** By which words of a title one knows the kind of a meeting, in seven languages. */
final class KindWords {

  /** The first that is found counts: "final panel" is a final. */
  private static final Map<InterviewKind, Pattern> WORDS = new LinkedHashMap<>();

  static {
    put(
        InterviewKind.NEGOTIATION,
        "negotiat\\w*|contract|offer"
            + " (call|talk|discussion)|verhandlung\\w*|vertrags\\w*|angebotsgespräch",
        "négociation|contrat|negociaci[oó]n|contrato|trattativa|contratto|onderhandel\\w*|negociação");
    put(
        InterviewKind.FINAL,
        "final|last round|abschluss\\w*|endrunde|finalgespräch|letzte runde|dernier"
            + " (tour|entretien)",
        "última (ronda|entrevista)|ultimo colloquio|finale|laatste (ronde|gesprek)|última fase");
    put(
        InterviewKind.PANEL,
        "panel|jury|board interview|auswahlgremium|comité|comit[eé] de selección|commissione",
        "tribunal de selección|selectiecommissie|banca|meet the team|team interview|teamgespräch");
    put(
        InterviewKind.SCREEN,
        "screen\\w*|phone interview|recruiter (call|chat)|intro(ductory)? call|first (call|chat)",
        "erstgespräch|telefoninterview|kennenlern\\w*|vorgespräch|premier"
            + " (contact|entretien|échange)",
        "présélection|primer contacto|primera llamada|primo (contatto|colloquio)|kennismaking\\w*",
        "eerste gesprek|primeiro contacto|primeira conversa|triagem");
    put(
        InterviewKind.INTAKE,
        "intake|kick-?off|role brief(ing)?|search brief(ing)?|client"
            + " brief(ing)?|briefing|anforderungs\\w*",
        "prise de brief|cadrage|toma de requisitos|raccolta requisiti|levantamento");
    put(
        InterviewKind.DISCOVERY,
        "discovery|demo|needs? analysis|bedarfs\\w*|découverte|descubrimiento|scoperta|ontdek\\w*");
    put(
        InterviewKind.HIRING_MANAGER,
        "hiring manager|interview|vorstellungsgespräch|bewerbungsgespräch|fachgespräch|entretien",
        "entrevista|colloquio|sollicitatie\\w*|second round|zweitgespräch|deuxième tour");
  }

  private KindWords() {}

  private static void put(InterviewKind kind, String... words) {
    WORDS.put(
        kind,
        Pattern.compile(
            "(?<!\\w)(" + String.join("|", List.of(words)) + ")(?!\\w)",
            Pattern.UNICODE_CHARACTER_CLASS));
  }

  /** A kind and the word that tells it. */
  record Found(InterviewKind kind, String word) {}

  /** The kind that a title names. */
  static Optional<Found> in(String title) {
    var lower = title.toLowerCase(Locale.ROOT);
    for (var entry : WORDS.entrySet()) {
      var matcher = entry.getValue().matcher(lower);
      if (matcher.find()) {
        return Optional.of(new Found(entry.getKey(), matcher.group(1)));
      }
    }
    return Optional.empty();
  }
}
