package io.politely.reading;

import io.politely.reading.DatePhrase.Grain;
import io.politely.reading.DatePhrase.Relation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day or span of days that a short note names.
 *
 * @param due the last day on which what is promised for it is in time
 * @param happened the day that it means for something that is over; null where it can only mean a
 *     day to come
 * @param isLimit whether it is the day by which something has to be done: "by Friday"
 * @param begin where its words begin in the note
 * @param end where they end
 */
public record NamedDay(
    LocalDate due, @Nullable LocalDate happened, boolean isLimit, int begin, int end) {

  /** How far back a bare day is looked for: a weekday, a day of the month, a day of the year. */
  private static final int[] DAYS_BACK = {7, 31, 366};

  private static final Pattern STILL_TO_COME =
      Pattern.compile("(?i)(?:\\w+ )?(?:tomorrow|tmrw|next|in|within|coming)\\b.*");

  /**
   * All that an English note names, in order.
   *
   * @param today the day on which it was noted
   * @param zone where: tells what 5/6 means, and which days are holidays
   */
  public static List<NamedDay> in(String note, LocalDate today, ZoneId zone) {
    return in(note, Language.ENGLISH, today, zone);
  }

  /** The same, of a note in whichever language most of its words belong to. */
  public static List<NamedDay> inOwnLanguage(String note, LocalDate today, ZoneId zone) {
    return in(note, Language.of(Words.of(note), Language.ENGLISH), today, zone);
  }

  /**
   * The same, of a note in a language that is known.
   *
   * @param language the two letters of ISO 639; one that is not read counts as English
   */
  public static List<NamedDay> in(String note, String language, LocalDate today, ZoneId zone) {
    return in(note, Language.ofCode(language), today, zone);
  }

  private static List<NamedDay> in(String note, Language language, LocalDate today, ZoneId zone) {
    var country = Place.country(zone);
    var place = new Place(language, country == null ? "GB" : country);
    var days = WorkingDays.of(place.country());
    return DateGrammar.find(note, today, place).stream()
        .map(phrase ->
            new NamedDay(
                phrase.due(days),
                happened(phrase, note.substring(phrase.begin(), phrase.end()), today, place, days),
                phrase.relation() == Relation.BY || phrase.relation() == Relation.BEFORE,
                phrase.begin(),
                phrase.end()))
        .toList();
  }

  /** "On Monday" is the next one for what will be, and the last one for what was. */
  private static @Nullable LocalDate happened(
      DatePhrase phrase, String words, LocalDate today, Place place, WorkingDays days) {
    if (!phrase.first().isAfter(today)) {
      return phrase.last().isAfter(today)
          ? today
          : phrase.grain() == Grain.DAY ? phrase.last() : days.sameOrPrevious(phrase.last());
    }
    if (phrase.grain() != Grain.DAY || STILL_TO_COME.matcher(words).matches()) {
      return null;
    }
    for (int back : DAYS_BACK) {
      var then = DateGrammar.find(words, today.minusDays(back), place);
      if (!then.isEmpty() && !then.getFirst().last().isAfter(today)) {
        return then.getFirst().last();
      }
    }
    return null;
  }
}
