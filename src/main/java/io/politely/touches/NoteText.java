package io.politely.touches;

import io.politely.reading.NamedDay;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line that was noted: its clauses, and the days and times in it. */
final class NoteText {

  /** A part of the line that says one thing. */
  record Clause(int begin, int end) {}

  private static final String VERB =
      "called|calls|rang|phoned|spoke|talked|chatted|left|texted|messaged|pinged|sent|met|promised?|promises|agreed|committed|offered|will|would|didn't|did"
          + " not|got|tried|told|said|says|asked|owes?|owe|is going|am going|are"
          + " going|wants|wrote|connected|went|no answer|visited|interviewed|confirmed|emailed";

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "[,;!?\\n|]|\\.(?=\\s|$)|\\s[-–—]+\\s|:\\s"
              + "|\\s(?:and|but|then|so|&)(?:\\s+then)?\\s+(?=(?:(?:i|we|he|she|they)'ll\\b)|(?:[\\p{L}'-]+\\s+)?(?:"
              + VERB
              + ")\\b)");

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\p{N}:])(?:(?<limit>by|before|until) )?(?:(?<at>at|around|@|by)"
              + " ?)?(?:(?<noon>noon|midday)|(?<hour>\\d{1,2})(?:[:.h](?<minute>\\d{2}))?"
              + " ?(?<half>[ap]\\.?m\\b\\.?)?)(?!\\p{N}|:\\p{N}|/)");

  private static final Pattern LIMIT_TODAY =
      Pattern.compile(
          "\\bby (?:\\d{1,2}(?::\\d{2})? ?[ap]m|noon|\\d{1,2}:\\d{2}|tonight|lunch(?:time)?)\\b");

  private static final Pattern AGO =
      Pattern.compile("\\b(\\d{1,3}|an?|half an|a few) (min(?:ute)?s?|h(?:ou)?rs?) ago\\b");

  private static final Pattern TOPIC_BEGINS =
      Pattern.compile("\\b(?:about|re|regarding|concerning)\\b");
  private static final int LAST_MORNING_HOUR = 6;

  private final String line;
  private final String low;
  private final List<NamedDay> days;

  NoteText(String line, LocalDate today, ZoneId zone) {
    this.line = line.replace('’', '\'').replace('‘', '\'').replaceAll("[\\r\\n\\t]", " ");
    this.low = lower(this.line);
    this.days = NamedDay.in(this.line, today, zone);
  }

  String line() {
    return line;
  }

  /** As long as the text itself, unlike {@link String#toLowerCase}. */
  static String lower(String text) {
    var lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      lower.append(Character.toLowerCase(text.charAt(i)));
    }
    return lower.toString();
  }

  String low(int begin, int end) {
    return low.substring(begin, Math.max(begin, end));
  }

  /** The same without days, times, and words that only join. */
  String plain(int begin, int end) {
    return without(begin, end)
        .toLowerCase(Locale.ROOT)
        .replaceAll("^(?:(?:and|then|but|so|also|just|today|yesterday|now) )+", "")
        .replaceAll("(?:^| )(?:also|just|then|already|finally|now|has|have|had)$", "");
  }

  /** The words of a part, without the days and times that it names. */
  String without(int begin, int end) {
    var words = new StringBuilder(line.substring(begin, Math.max(begin, end)));
    for (var day : days) {
      for (int i = Math.max(day.begin(), begin); i < Math.min(day.end(), end); i++) {
        words.setCharAt(i - begin, ' ');
      }
    }
    return words
        .toString()
        .replaceAll(
            "(?i)\\b(?:by|at|before|around|until) (?:\\d{1,2}(?::\\d{2})?"
                + " ?[ap]m|\\d{1,2}:\\d{2}|noon|tonight)\\b",
            " ")
        .replaceAll("\\s+", " ")
        .replaceAll("^[\\s,.:;-]+|[\\s,.:;-]+$", "")
        .replaceAll("(?i)\\s(?:by|on|at|until|before)$", "");
  }

  List<Clause> clauses() {
    var clauses = new ArrayList<Clause>();
    var boundary = BOUNDARY.matcher(low);
    int begin = 0;
    while (boundary.find()) {
      if (!isInDay(boundary.start())) {
        add(clauses, begin, boundary.start());
        begin = boundary.end();
      }
    }
    add(clauses, begin, line.length());
    return clauses;
  }

  private void add(List<Clause> clauses, int begin, int end) {
    int first = begin;
    while (first < end && line.charAt(first) == ' ') {
      first++;
    }
    if (first < end) {
      clauses.add(new Clause(first, end));
    }
  }

  /** Where a clause turns to what it is about; what stands behind says nothing of who and when. */
  int topic(Clause clause) {
    var topic = TOPIC_BEGINS.matcher(low(clause.begin(), clause.end()));
    return topic.find() ? clause.begin() + topic.start() : clause.end();
  }

  /** Whether a capital letter stands there. */
  boolean isCapital(int at) {
    return Character.isUpperCase(line.charAt(at));
  }

  // Days and times.

  Stream<NamedDay> days(int begin, int end) {
    return days.stream().filter(day -> day.begin() >= begin && day.begin() < end);
  }

  /** The days named there on which something may have happened. */
  Stream<LocalDate> happened(int begin, int end) {
    return days(begin, end)
        .filter(day -> !day.isLimit())
        .flatMap(day -> Stream.ofNullable(day.happened()));
  }

  @Nullable LocalDate anyHappened() {
    return days.stream()
        .filter(day -> !day.isLimit() && day.begin() < firstPromise())
        .map(NamedDay::happened)
        .filter(day -> day != null)
        .findFirst()
        .orElse(null);
  }

  private int firstPromise() {
    return PromiseCues.CUES.stream()
        .map(cue -> cue.words().matcher(low))
        .filter(found -> found.find())
        .mapToInt(found -> found.start())
        .min()
        .orElse(line.length());
  }

  boolean namesLimitToday(int begin, int end) {
    return LIMIT_TODAY.matcher(low(begin, end)).find();
  }

  @Nullable Duration ago() {
    var ago = AGO.matcher(low);
    if (!ago.find()) {
      return null;
    }
    boolean hours = ago.group(2).startsWith("h");
    return switch (ago.group(1)) {
      case "a", "an" -> hours ? Duration.ofHours(1) : Duration.ofMinutes(1);
      case "half an" -> Duration.ofMinutes(30);
      case "a few" -> hours ? Duration.ofHours(3) : Duration.ofMinutes(5);
      default -> {
        int number = Integer.parseInt(ago.group(1));
        yield hours ? Duration.ofHours(number) : Duration.ofMinutes(number);
      }
    };
  }

  /** The first time of the day at which something may have happened, before any promise. */
  @Nullable LocalTime time() {
    var time = TIME.matcher(low.substring(0, firstPromise()));
    while (time.find()) {
      if (time.group("limit") == null && !isInDay(time.start("hour")) && !isInDay(time.start())) {
        if (time.group("noon") != null) {
          return LocalTime.NOON;
        }
        if (time.group("at") != null
            || time.group("half") != null
            || time.group("minute") != null) {
          var read = hour(time.group("hour"), time.group("minute"), time.group("half"));
          if (read != null) {
            return read;
          }
        }
      }
    }
    return null;
  }

  private static @Nullable LocalTime hour(
      String hours, @Nullable String minutes, @Nullable String half) {
    int hour = Integer.parseInt(hours);
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    if (half != null && half.startsWith("p") && hour < 12) {
      hour += 12;
    } else if (half != null && half.startsWith("a") && hour == 12) {
      hour = 0;
    } else if (half == null && minutes == null && hour > 0 && hour <= LAST_MORNING_HOUR) {
      hour += 12; // nobody calls at three in the morning
    }
    return hour < 24 && minute < 60 ? LocalTime.of(hour, minute) : null;
  }

  /** Whether a day is named there. */
  boolean isInDay(int at) {
    return days.stream().anyMatch(day -> day.begin() <= at && at < day.end());
  }
}
