package io.politely.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The day that a sentence names, on the calendar of its writer. A span ends on its last day for
 * what is promised, begins on its first for what is put off: nobody is chased too early.
 */
final class DueDates {

  private static final int LONGEST_ABSENCE = 300;

  /** A day with its weekday and its month is written in so many letters. */
  private static final int LONGEST_DAY = 40;

  /** People meet within these hours of the day. */
  private static final int FIRST_HOUR = 7;

  private static final int LAST_HOUR = 21;

  /** With these the day that is named is the first one back, without them the last one away. */
  private static final Hashes RETURNS =
      AskFeatures.words(
          """
          back, return, returning, returns, reopen, reopens, again, available, resume,
          zurück, wieder, retour, rentre, reviens, reviendrai, rouvre, rouvrons, reprends,
          reincorporo, vuelvo, volveré, regreso, regresaré, reabrimos,
          rientro, rientrerò, ritorno, torno, tornerò, riapriamo, riapre,
          terug, weer, regresso, retorno, volto, voltarei, volta, reabrimos
          """);

  private static final Set<String> HOURS =
      Phrases.set(
          "am, pm, a.m, p.m, a.m., p.m., am., pm., o'clock, uhr, h, h30, h15, h45, uur, hs, horas,"
              + " ore, heures");

  private static final Set<String> BEFORE_HOURS =
      Phrases.set("at, um, à, las, alle, às, om, noon, gegen");

  /** "Since Wednesday" is the one that is over. */
  private static final Set<String> SINCE = Phrases.set("since, seit, depuis, sinds");

  private final LocalDate today;
  private final Place place;
  private final WorkingDays days;

  /** What was found in the sentences that were asked about: each is read once. */
  private final Map<String, List<DatePhrase>> found = new HashMap<>();

  DueDates(LocalDate today, Place place) {
    this.today = today;
    this.place = place;
    this.days = WorkingDays.of(place.country());
  }

  /** The last day on which what the sentence promises or asks for is in time; null without one. */
  @Nullable LocalDate due(String sentence) {
    LocalDate due = null;
    for (var phrase : future(sentence)) {
      boolean limit =
          phrase.relation() == DatePhrase.Relation.BY
              || phrase.relation() == DatePhrase.Relation.BEFORE;
      if (due == null || limit) {
        due = phrase.due(days);
      }
    }
    return due;
  }

  /** The first day on which what the sentence puts off may be taken up; null without one. */
  @Nullable LocalDate earliest(String sentence) {
    return future(sentence).stream()
        .map(phrase -> phrase.earliest(days))
        .filter(day -> day.isAfter(today))
        .findFirst()
        .orElse(null);
  }

  /** Whether a single day is named on which something happens, not one by which it must. */
  boolean namesDay(String sentence) {
    return future(sentence).stream()
        .anyMatch(phrase ->
            phrase.grain() == DatePhrase.Grain.DAY
                && phrase.feast() == null
                && (phrase.relation() == DatePhrase.Relation.ON
                    || phrase.relation() == DatePhrase.Relation.FROM));
  }

  /** Whether a week, a month or more is named that begins so many days ahead. */
  boolean namesSpanAfter(String sentence, int daysAhead) {
    return future(sentence).stream()
        .anyMatch(phrase ->
            phrase.grain() != DatePhrase.Grain.DAY
                && phrase.first().isAfter(today.plusDays(daysAhead)));
  }

  /** Whether the sentence begins with a day and goes on with a bare hour: "Friday 6 May, 11". */
  boolean beginsWithDayAndHour(String sentence) {
    // Reading days is dear, and few sentences have a bare hour near their beginning.
    int comma = sentence.indexOf(',');
    boolean likely = false;
    while (comma >= 0 && comma < LONGEST_DAY && !likely) {
      likely = isBareHour(sentence, comma);
      comma = sentence.indexOf(',', comma + 1);
    }
    return likely
        && future(sentence).stream()
            .filter(phrase -> phrase.begin() == 0 && phrase.grain() == DatePhrase.Grain.DAY)
            .anyMatch(phrase -> isBareHour(sentence, phrase.end()));
  }

  /** ", 11", and nothing that makes another number of it. */
  private static boolean isBareHour(String sentence, int at) {
    if (at >= sentence.length() || sentence.charAt(at) != ',') {
      return false;
    }
    int begin = at;
    while (begin < sentence.length() && ", ".indexOf(sentence.charAt(begin)) >= 0) {
      begin++;
    }
    int end = begin;
    while (end < sentence.length() && Texts.isDigit(sentence.charAt(end))) {
      end++;
    }
    boolean ends = end == sentence.length() || ",.! ".indexOf(sentence.charAt(end)) >= 0;
    if (end == begin || end - begin > 2 || !ends) {
      return false;
    }
    int hour = Integer.parseInt(sentence.substring(begin, end));
    return hour >= FIRST_HOUR && hour <= LAST_HOUR;
  }

  /** Whether the sentence names a time of a day: "Tuesday at 10", "am 3. um 14 Uhr". */
  static boolean namesTime(String sentence) {
    for (int i = 0; i < sentence.length(); i++) {
      if (Texts.isDigit(sentence.charAt(i)) && isClock(sentence, i)) {
        return true;
      }
    }
    return false;
  }

  /** "10:30", "3pm", "14h", "14 Uhr", "at 10". */
  private static boolean isClock(String text, int at) {
    if (at > 0 && Texts.isDigit(text.charAt(at - 1))) {
      return false;
    }
    int end = at;
    while (end < text.length() && end - at < 2 && Texts.isDigit(text.charAt(end))) {
      end++;
    }
    boolean minutes =
        end + 2 < text.length()
            && (text.charAt(end) == ':' || text.charAt(end) == '.')
            && Texts.isDigit(text.charAt(end + 1))
            && Texts.isDigit(text.charAt(end + 2))
            && (end + 3 == text.length() || !Texts.isDigit(text.charAt(end + 3)));
    if (minutes && text.charAt(end) == ':') {
      return true;
    }
    return HOURS.contains(wordAfter(text, end)) || BEFORE_HOURS.contains(wordBefore(text, at));
  }

  /**
   * The first day on which somebody who is away works again; null if none is told or it is past.
   */
  @Nullable LocalDate back(String sentence) {
    LocalDate back = null;
    int said = 0;
    for (var phrase : future(sentence)) {
      // A day that comes round only after most of a year is one that has just gone by.
      if (!phrase.first().isAfter(today.plusDays(LONGEST_ABSENCE))) {
        boolean returns = speaksOfReturn(sentence.substring(said, phrase.begin()));
        if (!returns && sentence.indexOf(',', phrase.end()) < 0) {
          returns = speaksOfReturn(sentence.substring(phrase.end()));
        }
        var day = returns ? phrase.earliest(days) : phrase.afterwards(days);
        back = back == null || day.isAfter(back) ? day : back;
      }
      said = phrase.end();
    }
    return back;
  }

  private static String wordAfter(String text, int at) {
    int begin = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    int end = begin;
    while (end < text.length() && end < begin + 8 && isInWord(text.charAt(end))) {
      end++;
    }
    return text.substring(begin, end).toLowerCase(Locale.ROOT);
  }

  private static String wordBefore(String text, int at) {
    int end = at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
    int begin = end;
    while (begin > 0 && begin > end - 8 && isInWord(text.charAt(begin - 1))) {
      begin--;
    }
    return text.substring(begin, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isInWord(char c) {
    return Texts.isLetterOrDigit(c) || c == '\'';
  }

  static boolean speaksOfReturn(String text) {
    var words = Words.of(text);
    for (int i = 0; i < words.count(); i++) {
      if (RETURNS.contains(words.hash(i))) {
        return true;
      }
    }
    return false;
  }

  private List<DatePhrase> future(String sentence) {
    return found.computeIfAbsent(
        sentence,
        it -> {
          var phrases = future(it, place);
          // People change the language within a letter, and English is what most change to.
          var own = Language.of(Words.of(it), Language.ENGLISH);
          if (phrases.isEmpty() && own != place.language()) {
            phrases = future(it, place.in(own));
          }
          return phrases.isEmpty() && place.language() != Language.ENGLISH
              ? future(it, place.in(Language.ENGLISH))
              : phrases;
        });
  }

  private List<DatePhrase> future(String sentence, Place there) {
    return DateGrammar.find(sentence, today, there).stream()
        .filter(phrase -> !phrase.last().isBefore(today))
        .filter(phrase -> !SINCE.contains(wordAfter(sentence, phrase.begin())))
        .toList();
  }
}
