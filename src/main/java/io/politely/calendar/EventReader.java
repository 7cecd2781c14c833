package io.politely.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.calendar.EventText.Extra;
import io.politely.calendar.EventText.Length;
import io.politely.kernel.EmailAddress;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Makes events of the lines of a calendar file. */
final class EventReader {

  /** Stands for a line that was too long to be read; its value is the name of that line. */
  static final String TOO_LONG = "TOO LONG";

  private static final int MOST_DATES = 5_000;
  private static final int MOST_DATES_OF_ALL = 100_000;
  private static final int MOST_ATTENDEES = 500;
  private static final int LONGEST_UID = 1_000;
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_PLACE = 1_000;
  private static final int LONGEST_WORDS = 20_000;
  private static final long LONGEST_DAYS = 3_700;
  private static final int LATEST_YEAR = 9_000;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final Pattern DURATION =
      Pattern.compile(
          "([+-])?P(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?"
              + "(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})S)?)?");
  private static final Pattern MARKUP =
      Pattern.compile("<(html|body|p|br|div|span|b|a)\\b[^>]{0,500}>", Pattern.CASE_INSENSITIVE);

  private final Zones zones;
  private final @Nullable Zone own;
  private final String method;
  private final Dates dates;
  private final IcsReader.Remarks remarks;

  /**
   * Begins.
   *
   * @param own of times that name no zone, or null
   * @param method what the sender of the file wants, or ""
   */
  EventReader(
      Zones zones, @Nullable Zone own, String method, Dates dates, IcsReader.Remarks remarks) {
    this.zones = zones;
    this.own = own;
    this.method = method;
    this.dates = dates;
    this.remarks = remarks;
  }

  /** How many dates beside rules a whole file named so far. */
  static final class Dates {
    private int count;
  }

  private static final class LeftOut extends Exception {
    private static final long serialVersionUID = 1;
    private final String why;

    /** Without a trace: a file may hold thousands of these. */
    LeftOut(String why) {
      super(why, null, false, false);
      this.why = why;
    }
  }

  /** An event; empty where it was left out. */
  Optional<EventText> read(List<ContentLine> lines, int number) {
    var first = new LinkedHashMap<String, ContentLine>();
    lines.forEach(line -> first.putIfAbsent(line.name(), line));
    try {
      return Optional.of(event(lines, first));
    } catch (LeftOut e) {
      var start = Optional.ofNullable(first.get("DTSTART")).flatMap(it -> time(it, it.value()));
      remarks.add(
          "Event %,d%s %s, and was left out."
              .formatted(
                  number, start.map(it -> " (" + DAY.format(it.local()) + ")").orElse(""), e.why));
      return Optional.empty();
    }
  }

  private EventText event(List<ContentLine> lines, Map<String, ContentLine> first) throws LeftOut {
    if (first.containsKey(TOO_LONG)) {
      throw new LeftOut(
          "has a line of more than 64 KB (%s)".formatted(first.get(TOO_LONG).value()));
    }
    var starts = starts(first);
    var changing = first.get("RECURRENCE-ID");
    var changes = changing == null ? null : time(changing, changing.value()).orElse(null);
    var rule = changes == null ? rule(first.get("RRULE")) : null;
    var exceptRule = changes == null ? rule(first.get("EXRULE")) : null;
    var extras = new ArrayList<Extra>();
    var except = new ArrayList<IcsTime>();
    for (var line : lines) {
      if (line.name().equals("RDATE") && changes == null) {
        extras(line, extras);
      } else if (line.name().equals("EXDATE") && changes == null) {
        except(line, except);
      }
    }
    boolean secret = !word(first, "CLASS").isEmpty() && !word(first, "CLASS").equals("PUBLIC");
    var title = secret ? "" : clean(text(first, "SUMMARY"), LONGEST_TITLE);
    return new EventText(
        uid(first, starts, title),
        changes,
        changing != null && "THISANDFUTURE".equalsIgnoreCase(changing.parameter("RANGE")),
        sequence(first),
        stamp(first),
        starts,
        length(first, starts),
        rule,
        exceptRule,
        extras,
        except,
        title,
        secret ? "" : clean(text(first, "LOCATION"), LONGEST_PLACE),
        secret ? "" : words(text(first, "DESCRIPTION")),
        word(first, "STATUS").equals("CANCELLED") || method.equals("CANCEL"),
        secret,
        word(first, "TRANSP").equals("TRANSPARENT"),
        // A message is believed only of whoever invites.
        secret && method.isEmpty() ? List.of() : attendees(lines));
  }

  private IcsTime starts(Map<String, ContentLine> first) throws LeftOut {
    var line = first.get("DTSTART");
    // Who calls one time off, or answers, need not say again when it begins.
    var instead = line == null ? first.get("RECURRENCE-ID") : line;
    if (instead == null) {
      if (method.equals("CANCEL") || method.equals("REPLY")) {
        return IcsTime.day(LocalDate.EPOCH);
      }
      throw new LeftOut("does not say when it begins");
    }
    var time =
        time(instead, instead.value())
            .orElseThrow(() -> new LeftOut("begins on a day that is none"));
    if (time.local().getYear() < 1 || time.local().getYear() > LATEST_YEAR) {
      throw new LeftOut("begins in a year beyond all calendars");
    }
    return time;
  }

  private Length length(Map<String, ContentLine> first, IcsTime starts) throws LeftOut {
    var length = Length.NOTHING;
    if (first.containsKey("DTEND")) {
      var line = first.get("DTEND");
      length =
          time(line, line.value())
              .map(end -> between(starts, end))
              .orElseThrow(() -> new LeftOut("ends on a day that is none"));
    } else if (first.containsKey("DURATION")) {
      length =
          duration(first.get("DURATION").value())
              .orElseThrow(() -> new LeftOut("takes a time that is none"));
    } else if (starts.isDay()) {
      length = new Length(1, 0);
    }
    if (length.days() < 0 || length.seconds() < 0) {
      remarks.add("Some events end before they begin; they are taken to end when they begin.");
      length = Length.NOTHING;
    }
    if (length.days() + length.seconds() / 86_400 > LONGEST_DAYS) {
      throw new LeftOut("takes more than ten years");
    }
    return starts.isDay() && length.days() == 0 ? new Length(1, 0) : length;
  }

  private static Length between(IcsTime starts, IcsTime ends) {
    if (starts.isDay() || ends.isDay()) {
      return new Length(
          ChronoUnit.DAYS.between(starts.local().toLocalDate(), ends.local().toLocalDate()), 0);
    }
    if (starts.zone() == null || ends.zone() == null) {
      return new Length(0, Duration.between(starts.local(), ends.local()).toSeconds());
    }
    var utc = ZoneOffset.UTC;
    return new Length(0, Duration.between(starts.instant(utc), ends.instant(utc)).toSeconds());
  }

  private static Optional<Length> duration(String text) {
    var matcher = DURATION.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long sign = "-".equals(matcher.group(1)) ? -1 : 1;
    return Optional.of(
        new Length(
            sign * (number(matcher.group(2)) * 7 + number(matcher.group(3))),
            sign
                * (number(matcher.group(4)) * 3_600
                    + number(matcher.group(5)) * 60
                    + number(matcher.group(6)))));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static @Nullable RepeatRule rule(@Nullable ContentLine line) throws LeftOut {
    if (line == null || line.value().isBlank()) {
      return null;
    }
    return switch (RepeatRule.parse(line.value())) {
      case RepeatRule.Read.Understood(var rule) -> rule;
      case RepeatRule.Read.Refused(var why) -> throw new LeftOut(why);
    };
  }

  private void extras(ContentLine line, List<Extra> into) throws LeftOut {
    for (var value : line.values()) {
      count(into.size());
      int slash = value.indexOf('/');
      var start = time(line, slash < 0 ? value : value.substring(0, slash));
      if (start.isPresent()) {
        into.add(
            new Extra(
                start.get(),
                slash < 0 ? null : period(line, start.get(), value.substring(slash + 1))));
      }
    }
  }

  private @Nullable Length period(ContentLine line, IcsTime start, String end) {
    var length = duration(end).or(() -> time(line, end).map(it -> between(start, it)));
    return length
        .filter(it -> it.days() >= 0 && it.seconds() >= 0)
        .filter(it -> it.days() + it.seconds() / 86_400 <= LONGEST_DAYS)
        .orElse(null);
  }

  private void except(ContentLine line, List<IcsTime> into) throws LeftOut {
    for (var value : line.values()) {
      count(into.size());
      time(line, value).ifPresent(into::add);
    }
  }

  private void count(int before) throws LeftOut {
    if (before >= MOST_DATES) {
      throw new LeftOut("names more than 5,000 dates beside its rule");
    }
    if (++dates.count > MOST_DATES_OF_ALL) {
      throw new LeftOut("comes after 100,000 dates that other events name beside their rules");
    }
  }

  private Optional<IcsTime> time(ContentLine line, String value) {
    var named = line.parameter("TZID");
    var zone = own;
    if (!named.isBlank() && !value.endsWith("Z") && value.indexOf('T') >= 0) {
      zone = zones.zone(ContentLine.unescaped(named)).orElse(null);
      if (zone == null) {
        remarks.add(
            "Nobody knows the time zone “%s”: times in it are taken as those of your own clock."
                .formatted(clean(named, 60)));
      }
    }
    return IcsTime.parse(value, zone);
  }

  private static String uid(Map<String, ContentLine> first, IcsTime starts, String title)
      throws LeftOut {
    var uid = clean(text(first, "UID"), LONGEST_UID + 1);
    if (uid.length() > LONGEST_UID) {
      throw new LeftOut("has a UID of more than 1,000 characters");
    }
    return uid.isEmpty()
        ? UUID.nameUUIDFromBytes((starts.key() + "\n" + title).getBytes(UTF_8)).toString()
        : uid;
  }

  private static int sequence(Map<String, ContentLine> first) {
    try {
      return Math.max(0, Integer.parseInt(text(first, "SEQUENCE").strip()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** In a message DTSTAMP tells when it was written; in a calendar only that it was read out. */
  private Instant stamp(Map<String, ContentLine> first) {
    var line = method.isEmpty() || method.equals("PUBLISH") ? first.get("LAST-MODIFIED") : null;
    var instead = line == null ? first.get("DTSTAMP") : line;
    try {
      return Optional.ofNullable(instead)
          .flatMap(it -> IcsTime.parse(it.value(), Zone.UTC))
          .map(it -> it.instant(ZoneOffset.UTC))
          .filter(it -> it.isAfter(Instant.EPOCH))
          .orElse(Instant.EPOCH);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private List<Attendee> attendees(List<ContentLine> lines) {
    var all = new LinkedHashMap<EmailAddress, Attendee>();
    for (var line : lines) {
      boolean organises = line.name().equals("ORGANIZER");
      if (!organises && !line.name().equals("ATTENDEE")) {
        continue;
      }
      var kind = line.parameter("CUTYPE").toUpperCase(Locale.ROOT);
      if (kind.equals("ROOM") || kind.equals("RESOURCE")) {
        continue;
      }
      if (all.size() >= MOST_ATTENDEES) {
        remarks.add("Of events with more than 500 people only the first 500 are kept.");
        break;
      }
      address(line)
          .ifPresent(address ->
              all.merge(address, attendee(line, address, organises), EventReader::together));
    }
    return List.copyOf(all.values());
  }

  private static Attendee attendee(ContentLine line, EmailAddress address, boolean organises) {
    var name = clean(line.parameter("CN"), 200);
    return new Attendee(
        address,
        name.equalsIgnoreCase(address.value()) ? "" : name,
        Attendee.Answer.of(line.parameter("PARTSTAT")),
        organises);
  }

  /** Whoever invites is often among the invited, too. */
  private static Attendee together(Attendee one, Attendee other) {
    return new Attendee(
        one.address(),
        one.name().isEmpty() ? other.name() : one.name(),
        one.answer() == Attendee.Answer.NONE ? other.answer() : one.answer(),
        one.isOrganiser() || other.isOrganiser());
  }

  private static Optional<EmailAddress> address(ContentLine line) {
    var value = line.value().strip();
    var address = value.regionMatches(true, 0, "mailto:", 0, 7) ? value.substring(7) : value;
    int query = address.indexOf('?');
    return EmailAddress.parse(clean(query < 0 ? address : address.substring(0, query), 400))
        .or(() -> EmailAddress.parse(line.parameter("EMAIL")));
  }

  private static String words(String text) {
    var plain = MARKUP.matcher(text).find() ? Jsoup.parse(text).wholeText() : text;
    return clean(plain, LONGEST_WORDS);
  }

  private static String text(Map<String, ContentLine> first, String name) {
    var line = first.get(name);
    return line == null ? "" : line.text();
  }

  private static String word(Map<String, ContentLine> first, String name) {
    return text(first, name).strip().toUpperCase(Locale.ROOT);
  }

  /** Without what no text holds, and no longer than a page shows. */
  static String clean(String text, int longest) {
    var kept = new StringBuilder(Math.min(text.length(), longest));
    for (int i = 0; i < text.length() && kept.length() < longest; ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      if (!lone && (point == '\n' || point == '\t' || !Character.isISOControl(point))) {
        kept.appendCodePoint(point);
      }
    }
    return kept.toString().strip();
  }
}
