package io.politely.interviews;

import io.politely.interviews.DebriefProposal.Salary;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the figure that makes an offer acceptable from the sentences of the decision. */
final class SalaryReader {

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\d.,:])(?:(?<sign>[$€£])\\s?)?(?<whole>\\d{1,3}(?:[.,'\\u00a0"
              + " ]\\d{3})+|\\d{1,6})(?:[.,](?<part>\\d{1,2}))?(?:"
              + " (?<more>\\d{2})(?!\\d))?\\s?(?<kilo>k\\b|mille?\\b|mil\\b|thousand|tausend|duizend|grand)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_AMOUNT =
      Pattern.compile(
          "^ ?(?:%|percent|prozent|pour cent|por"
              + " ciento|procent|days?|weeks?|months?|years?|minutes?|tagen?|wochen?|monaten?|jahren?|jours?|semaines?|mois|ans|días?|semanas?|meses|años?|dagen|weken|maanden|jaar|accidents?|people|personen|mensen|of|other|uhr|uur|heures?|h\\b|giorni|settimane|mesi|dias|th\\b|st\\b|-)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern HOUR =
      Pattern.compile(
          "an hour|per hour|hourly|die stunde|pro stunde|stundenlohn|stundensatz|de l'heure|par"
              + " heure|por hora|la hora|à hora|all'ora|per uur|uurtarief|/h\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY =
      Pattern.compile(
          "a day|per day|daily|tagessatz|pro tag|par jour|tjm|por día|al día|per dag|dagtarief|al"
              + " giorno|por dia",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH =
      Pattern.compile(
          "a month|per month|monthly|im monat|monatlich|pro monat|par mois|mensuels?|al"
              + " mes|mensuales|por mes|al mese|mensili|per maand|maandsalaris|por mês|mensais",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> CURRENCIES =
      Map.of(
          "$",
          "USD",
          "€",
          "EUR",
          "£",
          "GBP",
          "dollar",
          "USD",
          "euro",
          "EUR",
          "pound",
          "GBP",
          "sterling",
          "GBP",
          "quid",
          "GBP",
          "franken",
          "CHF");

  private static final int LEAST = 10;
  private static final int YEARLY_IN_THOUSANDS = 1_000;
  private static final int LEAST_YEARLY = 10_000;

  private SalaryReader() {}

  static @Nullable Salary read(
      List<Told.Sentence> sentences, Told told, DebriefWords words, ZoneId zone, boolean firm) {
    Salary found = null;
    for (var sentence : sentences) {
      var digits = sentence.digits();
      Integer amount = null;
      Integer second = null;
      var period = period(digits);
      var matcher = AMOUNT.matcher(digits);
      while (matcher.find()) {
        var value = value(matcher.toMatchResult(), digits, period);
        if (value != null && amount == null) {
          amount = value;
        } else if (value != null) {
          second = value;
        }
      }
      boolean money =
          words.has(DebriefCue.MONEY, digits)
              || words.has(DebriefCue.MONEY, sentence.text())
              || words.has(DebriefCue.IF, digits)
              || words.has(DebriefCue.YES, digits);
      if (amount == null || !money || found != null) {
        continue;
      }
      var shown =
          period.equals("year") && amount < LEAST_YEARLY && amount >= YEARLY_IN_THOUSANDS
              ? "month"
              : period;
      boolean asks = sentence.text().contains("?") && !firm;
      var kind =
          asks
              ? "target"
              : words.has(DebriefCue.BASE, sentence.text())
                  ? "minimum base"
                  : words.has(DebriefCue.MOVE, sentence.text())
                      ? "minimum plus relocation"
                      : "minimum";
      found =
          new Salary(
              Math.min(amount, second == null ? amount : second),
              currency(digits, zone),
              shown,
              kind,
              told.quote(sentence.begin(), sentence.end()),
              second == null || second.equals(amount)
                  ? null
                  : Integer.valueOf(Math.max(amount, second)));
    }
    return found;
  }

  private static String period(String text) {
    return HOUR.matcher(text).find()
        ? "hour"
        : DAY.matcher(text).find() ? "day" : MONTH.matcher(text).find() ? "month" : "year";
  }

  private static @Nullable Integer value(MatchResult match, String text, String period) {
    var named = match.namedGroups();
    if (named.isEmpty() || NO_AMOUNT.matcher(text.substring(match.end())).find()) {
      return null;
    }
    var whole = match.group("whole").replaceAll("\\D", "");
    long value = Long.parseLong(whole);
    var more = match.group("more");
    if (more != null && value < 10) {
      value = value * 100 + Long.parseLong(more);
    }
    boolean kilo = match.group("kilo") != null;
    var part = match.group("part");
    if (kilo && part != null && value < YEARLY_IN_THOUSANDS) {
      return (int) Math.round(Double.parseDouble(value + "." + part) * 1000);
    }
    boolean thousands = kilo || (period.equals("year") && value < YEARLY_IN_THOUSANDS);
    if (value < LEAST || value > 10_000_000) {
      return null;
    }
    return (int) (thousands && value < LEAST_YEARLY ? value * 1000 : value);
  }

  private static String currency(String text, ZoneId zone) {
    var lower = text.toLowerCase(Locale.ROOT);
    for (var entry : CURRENCIES.entrySet()) {
      if (lower.contains(entry.getKey())) {
        return entry.getValue();
      }
    }
    var id = zone.getId();
    return id.equals("Europe/London")
        ? "GBP"
        : id.equals("Europe/Zurich")
            ? "CHF"
            : id.startsWith("Europe/")
                ? "EUR"
                : id.startsWith("Australia/")
                    ? "AUD"
                    : id.equals("America/Sao_Paulo")
                        ? "BRL"
                        : id.equals("America/Mexico_City")
                            ? "MXN"
                            : List.of("America/Toronto", "America/Vancouver", "America/Montreal")
                                    .contains(id)
                                ? "CAD"
                                : "USD";
  }
}
