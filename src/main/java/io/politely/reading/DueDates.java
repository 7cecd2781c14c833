package io.politely.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The day a sentence names, seen from the day it was written: "by Friday", "tomorrow", "in two
 * weeks", "2026-03-09", "9 March". A span of days means its last one, moved to a working day.
 */
final class DueDates {

  private static final Map<String, Integer> NUMBERS = new HashMap<>();
  private static final Map<String, DayOfWeek> DAYS = new HashMap<>();
  private static final Map<String, Month> MONTHS = new HashMap<>();

  private static final List<String> NEXT =
      Phrases.list(
          "next, nächste, nächsten, nächster, kommende, prochaine, prochain, próxima, próximo,"
              + " prossima, prossimo, volgende");

  private static final List<String> WEEK = Phrases.list("week, woche, semaine, semana, settimana");
  private static final List<String> END =
      Phrases.list("end, ende, fin, final, fine, eind, einde, fim");
  private static final List<String> IN =
      Phrases.list("in, within, en, dans, tra, fra, em, binnen, over");

  static {
    put(DAYS, DayOfWeek.values(), "monday tuesday wednesday thursday friday saturday sunday");
    put(DAYS, DayOfWeek.values(), "montag dienstag mittwoch donnerstag freitag samstag sonntag");
    put(DAYS, DayOfWeek.values(), "lundi mardi mercredi jeudi vendredi samedi dimanche");
    put(DAYS, DayOfWeek.values(), "lunes martes miércoles jueves viernes sábado domingo");
    put(DAYS, DayOfWeek.values(), "lunedì martedì mercoledì giovedì venerdì sabato domenica");
    put(DAYS, DayOfWeek.values(), "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag");
    put(
        DAYS,
        DayOfWeek.values(),
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo");
    put(DAYS, DayOfWeek.values(), "mon tue wed thu fri sat sun");
    DAYS.remove("sun");
    DAYS.remove("sat");
    put(
        MONTHS,
        Month.values(),
        "january february march april may june july august september october november december");
    put(MONTHS, Month.values(), "jan feb mar apr may jun jul aug sep oct nov dec");
    put(
        MONTHS,
        Month.values(),
        "januar februar märz april mai juni juli august september oktober november dezember");
    put(
        MONTHS,
        Month.values(),
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre");
    put(
        MONTHS,
        Month.values(),
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
    put(
        MONTHS,
        Month.values(),
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
            + " dicembre");
    put(
        MONTHS,
        Month.values(),
        "januari februari maart april mei juni juli augustus september oktober november december");
    put(
        MONTHS,
        Month.values(),
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro");
    number(1, "one a an ein eine einer einem einen un une una uno um uma een");
    number(2, "two couple zwei deux dos due twee dois duas");
    number(3, "three drei trois tres tre drie três");
    number(4, "four vier quatre cuatro quattro quatro");
    number(5, "five fünf cinq cinco cinque vijf");
    number(6, "six sechs seis sei zes");
    number(10, "ten zehn dix diez dieci tien dez");
  }

  private DueDates() {}

  static @Nullable LocalDate find(Words sentence, LocalDate today) {
    for (int at = 0; at < sentence.count(); at++) {
      var day = at(sentence, at, today);
      if (day != null) {
        return workingDay(day);
      }
    }
    return null;
  }

  private static @Nullable LocalDate at(Words words, int at, LocalDate today) {
    var word = words.word(at);
    return switch (word) {
      case "today", "tonight", "eod", "heute", "hoy", "oggi", "vandaag", "hoje", "aujourd'hui" ->
          today;
      case "tomorrow", "morgen", "demain", "mañana", "domani", "amanhã" -> today.plusDays(1);
      case "übermorgen", "après-demain", "dopodomani", "overmorgen" -> today.plusDays(2);
      default -> spelled(words, at, today);
    };
  }

  private static @Nullable LocalDate spelled(Words words, int at, LocalDate today) {
    var word = words.word(at);
    var iso = isoDate(word);
    if (iso != null) {
      return iso;
    }
    if (DAYS.containsKey(word)) {
      return weekday(words, at, today);
    }
    if (MONTHS.containsKey(word)) {
      return monthDay(words, at, today);
    }
    if (END.contains(word)) {
      return endOf(words, at, today);
    }
    if (IN.contains(word)) {
      return after(words, at, today);
    }
    boolean next = NEXT.contains(word) && WEEK.contains(words.word(at + 1));
    boolean nextRomance =
        WEEK.contains(word)
            && (NEXT.contains(words.word(at + 1)) || words.word(at + 1).equals("que"));
    if (next || nextRomance) {
      return friday(today).plusWeeks(1);
    }
    boolean thisWeek =
        WEEK.contains(word)
            && at > 0
            && List.of("this", "diese", "dieser", "cette", "esta", "questa", "deze")
                .contains(words.word(at - 1));
    return thisWeek ? friday(today) : null;
  }

  private static LocalDate weekday(Words words, int at, LocalDate today) {
    var day = today.with(TemporalAdjusters.next(DAYS.get(words.word(at))));
    boolean following = at > 0 && words.word(at - 1).equals("next");
    boolean sameWeek = ChronoUnit.DAYS.between(friday(today), day) <= 0;
    return following && sameWeek ? day.plusWeeks(1) : day;
  }

  private static @Nullable LocalDate monthDay(Words words, int at, LocalDate today) {
    int day = ordinal(words.word(at + 1));
    if (day == 0 && at > 0) {
      day = ordinal(words.word(at - 1));
    }
    if (day == 0 && at > 1 && List.of("of", "de").contains(words.word(at - 1))) {
      day = ordinal(words.word(at - 2));
    }
    var month = MONTHS.get(words.word(at));
    if (day == 0 || month == null || day > month.maxLength()) {
      return null;
    }
    var date =
        LocalDate.of(today.getYear(), month, Math.min(day, 28)).plusDays(Math.max(0, day - 28));
    return date.isBefore(today) ? date.plusYears(1) : date;
  }

  private static @Nullable LocalDate endOf(Words words, int at, LocalDate today) {
    for (int i = at + 1; i <= at + 4 && i < words.count(); i++) {
      var word = words.word(i);
      if (WEEK.contains(word)) {
        return NEXT.contains(words.word(i - 1)) ? friday(today).plusWeeks(1) : friday(today);
      }
      if (List.of("month", "monat", "monats", "mois", "mes", "mese", "maand", "mês")
          .contains(word)) {
        return today.with(TemporalAdjusters.lastDayOfMonth());
      }
      if (List.of("day", "tages", "journée", "día", "giornata", "dag", "dia").contains(word)) {
        return today;
      }
    }
    return null;
  }

  private static @Nullable LocalDate after(Words words, int at, LocalDate today) {
    int number = amount(words.word(at + 1));
    int unitAt = at + 2;
    if (words.word(unitAt).equals("of")) {
      unitAt++;
    }
    if (words.word(at + 2).equals("couple")) {
      number = 2;
      unitAt = words.word(at + 3).equals("of") ? at + 4 : at + 3;
    }
    if (number == 0) {
      return null;
    }
    return switch (words.word(unitAt)) {
      case "day",
          "days",
          "tag",
          "tagen",
          "jour",
          "jours",
          "día",
          "días",
          "giorno",
          "giorni",
          "dag",
          "dagen",
          "dia",
          "dias" ->
          today.plusDays(number);
      case "week",
          "weeks",
          "woche",
          "wochen",
          "semaine",
          "semaines",
          "semana",
          "semanas",
          "settimana",
          "settimane",
          "weken" ->
          today.plusWeeks(number);
      case "month",
          "months",
          "monat",
          "monaten",
          "mois",
          "mes",
          "meses",
          "mese",
          "mesi",
          "maand",
          "maanden",
          "mês" ->
          today.plusMonths(number);
      default -> null;
    };
  }

  private static @Nullable LocalDate isoDate(String word) {
    boolean shaped = word.length() == 10 && word.charAt(4) == '-' && word.charAt(7) == '-';
    if (!shaped) {
      return null;
    }
    int year = number(word, 0, 4);
    int month = number(word, 5, 7);
    int day = number(word, 8, 10);
    boolean valid = year > 1900 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
    if (valid) {
      return LocalDate.of(year, month, day);
    }
    boolean late =
        year > 1900 && month >= 1 && month <= 12 && day > 28 && day <= Month.of(month).minLength();
    return late ? LocalDate.of(year, month, day) : null;
  }

  private static int number(String text, int begin, int end) {
    int number = 0;
    for (int i = begin; i < end; i++) {
      if (!Texts.isDigit(text.charAt(i))) {
        return -1;
      }
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  private static int ordinal(String word) {
    int end = 0;
    while (end < word.length() && Texts.isDigit(word.charAt(end))) {
      end++;
    }
    boolean suffix =
        end == word.length()
            || List.of("st", "nd", "rd", "th", "er", "e").contains(word.substring(end));
    return end == 0 || end > 2 || !suffix ? 0 : number(word, 0, end);
  }

  private static int amount(String word) {
    int digits = word.length() <= 2 ? number(word, 0, word.length()) : -1;
    return digits > 0 ? digits : NUMBERS.getOrDefault(word, 0);
  }

  private static LocalDate friday(LocalDate today) {
    return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
  }

  /** Moved forward out of a weekend. */
  private static LocalDate workingDay(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }

  private static <T> void put(Map<String, T> table, T[] values, String words) {
    var names = words.split(" ", -1);
    for (int i = 0; i < names.length; i++) {
      table.put(names[i], values[i]);
    }
  }

  private static void number(int number, String words) {
    for (var word : words.split(" ", -1)) {
      NUMBERS.put(word, number);
    }
  }
}
