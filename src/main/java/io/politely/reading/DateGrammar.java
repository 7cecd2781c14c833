package io.politely.reading;

import io.politely.reading.DatePhrase.Grain;
import io.politely.reading.DatePhrase.Relation;
import io.politely.reading.DateTable.Feast;
import io.politely.reading.DateTable.Kind;
import io.politely.reading.DateTable.Part;
import io.politely.reading.DateTable.Unit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the days that a sentence names, seen from the day it was written. Small rules over kinds of
 * words, the same for all languages; what the words are, {@link DateTable} knows.
 */
final class DateGrammar {

  /** A span of days and the token after it. */
  private record Span(
      LocalDate first, LocalDate last, Grain grain, Part part, @Nullable Feast feast, int next) {

    static Span day(LocalDate day, int next) {
      return new Span(day, day, Grain.DAY, Part.WHOLE, null, next);
    }

    static Span of(LocalDate first, LocalDate last, Grain grain, int next) {
      return new Span(first, last, grain, Part.WHOLE, null, next);
    }

    Span with(Part part, int next) {
      return new Span(first, last, grain, part, feast, next);
    }
  }

  /** A span of time of some length: "two weeks and three days". */
  private record Amount(int years, int months, int days, int workingDays, int next) {}

  private static final Kind[] RELATIONS = {
    Kind.FROM, Kind.THROUGH, Kind.UNTIL, Kind.BEFORE, Kind.AFTER, Kind.BY
  };

  /** The day of dates that do not exist: the 30th of February. */
  private static final LocalDate IMPOSSIBLE = LocalDate.of(1, 1, 1);

  private final DateTokens tokens;
  private final LocalDate today;
  private final WorkingDays workingDays;

  private DateGrammar(DateTokens tokens, LocalDate today, WorkingDays workingDays) {
    this.tokens = tokens;
    this.today = today;
    this.workingDays = workingDays;
  }

  /** All that are named, in order. */
  static List<DatePhrase> find(String sentence, LocalDate today, Place place) {
    if (!DateTable.of(place.language()).mayName(sentence)) {
      return List.of();
    }
    var tokens = DateTokens.of(sentence, place);
    var grammar = new DateGrammar(tokens, today, WorkingDays.of(place.country()));
    var found = new ArrayList<DatePhrase>();
    int at = 0;
    while (at < tokens.count()) {
      if (tokens.meansNothing(at)) {
        at++;
        continue;
      }
      var not = tokens.as(Kind.NOT, at);
      var phrase = not == null ? grammar.phrase(at) : null;
      if (phrase == null) {
        at = not == null ? at + 1 : not.next();
      } else {
        if (!phrase.phrase().first().equals(IMPOSSIBLE)) {
          found.add(phrase.phrase());
        }
        at = Math.max(at + 1, phrase.next());
      }
    }
    return found;
  }

  private record Found(DatePhrase phrase, int next) {}

  private @Nullable Found phrase(int at) {
    var range = range(at);
    if (range == null) {
      range = daysOfWeek(at);
    }
    if (range != null) {
      return found(Relation.RANGE, range, at);
    }
    Found best = null;
    for (var kind : RELATIONS) {
      var relation = tokens.as(kind, at);
      if (relation != null) {
        int after = skipArticle(relation.next());
        boolean end = kind == Kind.UNTIL || kind == Kind.BY || kind == Kind.FROM;
        var inner = end ? tokens.as(Kind.AFTER, after) : null;
        var span =
            inner == null
                ? spanAfter(kind, relation.next(), after)
                : spanAfter(Kind.AFTER, inner.next(), skipArticle(inner.next()));
        if (span != null) {
          var through = kind == Kind.UNTIL ? tokens.as(Kind.THROUGH, span.next()) : null;
          var meant = inner != null ? Relation.AFTER : relationOf(kind);
          var found = found(through == null ? meant : Relation.THROUGH, span, at);
          best = best == null || found.next() > best.next() ? found : best;
        }
      }
    }
    var span = span(at, false);
    return span != null && (best == null || span.next() >= best.next())
        ? found(Relation.ON, span, at)
        : best;
  }

  /** After a word of relation a bare number is a day of the month, and a feast is one. */
  private @Nullable Span spanAfter(Kind kind, int bare, int after) {
    var span = span(bare, true);
    if (span == null) {
      span = span(after, true);
    }
    var amount = span == null && kind == Kind.AFTER ? amounts(bare) : null;
    if (amount != null) {
      return later(today, amount);
    }
    boolean event = kind == Kind.AFTER || kind == Kind.BEFORE || kind == Kind.UNTIL;
    if (span == null && event) {
      span = eventOn(after);
    }
    // "On holidays", "from the summer" name no days; "after the holidays" does.
    boolean vague =
        span != null && (span.feast() == Feast.HOLIDAYS || span.feast() == Feast.SUMMER);
    return vague && kind != Kind.AFTER ? null : span;
  }

  /** "After the board meeting on the 14th": the day of the event counts. */
  private @Nullable Span eventOn(int at) {
    for (int i = at; i < at + 5 && i < tokens.count(); i++) {
      var span = i == at ? null : span(i, false);
      if (span != null && span.grain() != Grain.FEAST) {
        return span;
      }
      if (tokens.get(i).kind() != Kind.OTHER) {
        return null;
      }
    }
    return null;
  }

  private static Relation relationOf(Kind kind) {
    return switch (kind) {
      case FROM -> Relation.FROM;
      case THROUGH -> Relation.THROUGH;
      case UNTIL -> Relation.UNTIL;
      case BEFORE -> Relation.BEFORE;
      case AFTER -> Relation.AFTER;
      case BY -> Relation.BY;
      default -> Relation.ON;
    };
  }

  private Found found(Relation relation, Span span, int at) {
    int end = tokens.get(Math.min(span.next(), tokens.count()) - 1).end();
    return new Found(
        new DatePhrase(
            relation,
            span.grain(),
            span.first(),
            span.last(),
            span.part(),
            span.feast(),
            tokens.get(at).begin(),
            end),
        span.next());
  }

  // ---- ranges

  /** "Next week between Tuesday and Thursday". */
  private @Nullable Span daysOfWeek(int at) {
    var week = weekPeriod(at);
    var range = week == null ? null : range(skipMark(week.next()));
    boolean days = range != null && range.grain() == Grain.DAYS && isWeekday(range.next() - 1);
    if (week == null || range == null || !days) {
      return null;
    }
    return Span.of(
        week.first().plusDays(range.first().getDayOfWeek().getValue() - 1L),
        week.first().plusDays(range.last().getDayOfWeek().getValue() - 1L),
        Grain.DAYS,
        range.next());
  }

  private boolean isWeekday(int at) {
    return tokens.as(Kind.WEEKDAY, at) != null;
  }

  private @Nullable Span range(int at) {
    var between = tokens.as(Kind.BETWEEN, at);
    if (between != null) {
      var span = range(skipArticle(between.next()), Kind.AND, at);
      return span == null ? range(skipArticle(between.next()), Kind.TO, at) : span;
    }
    var from = tokens.as(Kind.FROM, at);
    var span = from == null ? null : range(skipArticle(from.next()), Kind.TO, at);
    return span == null ? range(at, Kind.TO, at) : span;
  }

  /** "4 to 22 this month", "19-20 November", "November 19-20": both in one month. */
  private @Nullable Span daysOfMonth(int at, Kind joint) {
    var before =
        tokens.as(Kind.WHICH, at) != null || tokens.as(Kind.MONTH, at) != null
            ? monthPeriod(at)
            : null;
    int leftAt = before == null ? at : skipJoint(before.next());
    var left = number(skipArticle(leftAt));
    int to = left == null ? -1 : joint(joint, left.next());
    var right = to < 0 ? null : number(skipArticle(to));
    if (left == null || right == null || left.value() > 31 || right.value() > 31) {
      return null;
    }
    int monthAt = skipOf(skipMarks(right.next()));
    var month = before != null ? before : monthPeriod(monthAt);
    if (month == null) {
      return null;
    }
    int next = before != null ? right.next() : month.next();
    var year = before == null ? null : year(skipMark(next));
    var of = YearMonth.from(month.first());
    if (year != null) {
      of = YearMonth.of(year.value(), of.getMonthValue());
      next = year.next();
    }
    var first = inMonth(of, left.value());
    var last = inMonth(of, right.value());
    if (first == null || last == null) {
      return Span.day(IMPOSSIBLE, next);
    }
    boolean over =
        year == null
            && before == null
            && last.isBefore(today)
            && tokens.as(Kind.WHICH, monthAt) == null
            && month.next() == monthAt + 1;
    return first.isAfter(last)
        ? null
        : Span.of(
            over ? first.plusYears(1) : first, over ? last.plusYears(1) : last, Grain.DAYS, next);
  }

  private int skipJoint(int at) {
    var between = tokens.as(Kind.BETWEEN, at);
    var from = between == null ? tokens.as(Kind.FROM, at) : between;
    return from == null ? skipDash(at) : from.next();
  }

  private @Nullable Span range(int at, Kind joint, int from) {
    var days = daysOfMonth(at, joint);
    if (days != null) {
      return days;
    }
    var number = number(at);
    boolean marked = at > from || isMonthBefore(from);
    var left = span(at, marked);
    int afterLeft = left != null ? left.next() : number == null ? -1 : number.next();
    if (afterLeft < 0) {
      return null;
    }
    var to = joint(joint, afterLeft);
    if (to < 0) {
      return null;
    }
    int rightAt = skipArticle(to);
    var right = span(rightAt, true);
    if (right == null) {
      return null;
    }
    if (number != null
        && number.next() == afterLeft
        && number.value() <= 31
        && right.grain() == Grain.DAY) {
      var month = monthPeriod(right.next());
      var last = right.last();
      int next = right.next();
      if (month != null) {
        last = inMonth(YearMonth.from(month.first()), right.last().getDayOfMonth());
        next = month.next();
      }
      if (last == null) {
        return null;
      }
      boolean alike = tokens.get(rightAt).kind() == Kind.NUMBER && month == null;
      if (alike && !marked && tokens.as(Kind.MONTH, right.next() - 1) == null) {
        return null;
      }
      var first = inMonth(YearMonth.from(last), number.value());
      return first == null || first.isAfter(last) ? null : Span.of(first, last, Grain.DAYS, next);
    }
    if (left == null) {
      return null;
    }
    if (right.first().isBefore(left.first())) {
      return right.grain() == Grain.DAY ? overTurnOfYear(left, right) : null;
    }
    boolean both = left.grain() == Grain.DAY || left.grain() == right.grain();
    return both ? Span.of(left.first(), right.last(), Grain.DAYS, right.next()) : null;
  }

  /** "20 December to 7 January": whichever lacks its year takes it from the other. */
  private @Nullable Span overTurnOfYear(Span left, Span right) {
    boolean weekdays = isWeekday(left.next() - 1) && isWeekday(right.next() - 1);
    if (weekdays) {
      return Span.of(left.first(), right.last().plusWeeks(1), Grain.DAYS, right.next());
    }
    if (year(left.next() - 1) != null && year(right.next() - 1) == null) {
      var last = right.last().withYear(left.first().getYear());
      return last.isBefore(left.first())
          ? null
          : Span.of(left.first(), last, Grain.DAYS, right.next());
    }
    var before = left.first().minusYears(1);
    return !right.first().isBefore(before) && left.grain() == Grain.DAY
        ? Span.of(before, right.last(), Grain.DAYS, right.next())
        : null;
  }

  private int joint(Kind joint, int at) {
    var to = tokens.as(joint, at);
    if (to != null) {
      return to.next();
    }
    var dash = tokens.as(Kind.DASH, at);
    return dash == null || tokens.isWord(at, "/") ? -1 : dash.next();
  }

  private boolean isMonthBefore(int at) {
    return at > 0 && tokens.as(Kind.MONTH, at - 1) != null;
  }

  // ---- spans

  /** A day or span that begins at this token. {@code marked}: a bare number may be a day. */
  private @Nullable Span span(int at, boolean marked) {
    if (at >= tokens.count()) {
      return null;
    }
    Span best = digits(at);
    best = longer(best, weekday(at));
    best = longer(best, monthDay(at));
    best = longer(best, offset(at));
    best = longer(best, partOf(at));
    best = longer(best, nth(at));
    best = longer(best, period(at, marked));
    best = longer(best, amount(at));
    best = longer(best, feast(at, marked));
    best = longer(best, dayOfMonth(at, marked));
    int article = best == null ? skipArticle(at) : at;
    return best == null && article > at ? afterArticle(article) : best;
  }

  private @Nullable Span afterArticle(int at) {
    Span best = longer(partOf(at), nth(at));
    best = longer(best, weekday(at));
    best = longer(best, monthDay(at));
    return longer(best, period(at, true));
  }

  private static @Nullable Span longer(@Nullable Span one, @Nullable Span other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.next() > one.next() ? other : one;
  }

  private @Nullable Span digits(int at) {
    var token = tokens.get(at);
    if (token.kind() == Kind.DATE) {
      if (token.value() >= DateTokens.YEARLESS / 2) {
        return Span.day(LocalDate.ofEpochDay(token.value()), at + 1);
      }
      int value = token.value() - DateTokens.YEARLESS;
      var day = coming(value / 32, value % 32);
      return day == null ? null : Span.day(day, at + 1);
    }
    if (token.kind() == Kind.YEAR_MONTH) {
      return month(YearMonth.of(token.value() / 12, token.value() % 12 + 1), at + 1);
    }
    boolean on = at > 0 && (tokens.isWord(at - 1, "on") || tokens.isWord(at - 1, "in"));
    return on ? digitPair(at) : null;
  }

  /** "On 4.22", "on 4-22", where nothing else can be meant. */
  private @Nullable Span digitPair(int at) {
    var left = tokens.get(at);
    boolean dash =
        left.kind() == Kind.NUMBER
            && at + 2 < tokens.count()
            && tokens.get(at + 1).kind() == Kind.DASH
            && tokens.get(at + 2).kind() == Kind.NUMBER;
    if (!dash || left.value() > 12) {
      return null;
    }
    var day = coming(left.value(), tokens.get(at + 2).value());
    return day == null ? null : Span.day(day, at + 3);
  }

  private @Nullable Span offset(int at) {
    var offset = tokens.as(Kind.OFFSET, at);
    return offset == null ? null : Span.day(today.plusDays(offset.value()), offset.next());
  }

  // ---- weekdays

  private @Nullable Span weekday(int at) {
    var which = tokens.as(Kind.WHICH, at);
    int dayAt = which == null ? at : which.next();
    var day = tokens.as(Kind.WEEKDAY, dayAt);
    if (day == null) {
      return which == null ? null : weekAndDay(at);
    }
    if (isWeak(dayAt) && which == null && !isBesideDate(dayAt, day.next())) {
      return null;
    }
    if (which != null) {
      return Span.day(weekday(day.value(), which.value()), day.next());
    }
    var later = tokens.as(Kind.WEEK_LATER, day.next());
    boolean weekLater =
        later != null
            && tokens.as(Kind.WHICH, later.next()) == null
            && number(later.next()) == null;
    if (later != null && weekLater) {
      return Span.day(coming(day.value()).plusDays(later.value()), later.next());
    }
    var dated = withDate(day);
    if (dated != null) {
      return dated;
    }
    int after = skipMark(day.next());
    var followed = tokens.as(Kind.WHICH, after);
    if (followed != null) {
      var unit = tokens.as(Kind.UNIT, followed.next());
      if (unit == null) {
        return Span.day(weekday(day.value(), followed.value()), followed.next());
      }
      if (DateTable.unit(unit.value()) == Unit.WEEK) {
        return Span.day(weekday(day.value(), followed.value()), unit.next());
      }
    }
    var week = weekPeriod(skipOf(day.next()));
    if (week != null) {
      return Span.day(week.first().plusDays(day.value() - 1L), week.next());
    }
    return Span.day(coming(day.value()), day.next());
  }

  /** Abbreviations that are also words: "sat", "mar", "di". */
  private boolean isWeak(int at) {
    return tokens.get(at).word().length() <= 3;
  }

  private boolean isBesideDate(int at, int next) {
    int after = skipMark(next);
    boolean number =
        after < tokens.count()
            && (tokens.get(after).kind() == Kind.NUMBER
                || tokens.get(after).kind() == Kind.ORDINAL
                || tokens.get(after).kind() == Kind.DATE);
    boolean dot = next < tokens.count() && tokens.isWord(next, ".") && number;
    boolean alone = tokens.count() - next <= 1 && at <= 1;
    return number || dot || alone || isAnnounced(at);
  }

  private boolean isAnnounced(int at) {
    if (at == 0) {
      return tokens.count() == 1;
    }
    for (int before = Math.max(0, at - 2); before < at; before++) {
      for (var kind : List.of(Kind.ON, Kind.BY, Kind.UNTIL, Kind.FROM, Kind.AFTER, Kind.IN)) {
        var announced = tokens.as(kind, before);
        if (announced != null && announced.next() == at) {
          return true;
        }
      }
    }
    return false;
  }

  private LocalDate coming(int weekday) {
    return today.with(TemporalAdjusters.next(DayOfWeek.of(weekday)));
  }

  /** "Next Friday" is the one of the following week; "this Friday" the one of this week. */
  private LocalDate weekday(int weekday, int weeks) {
    return monday(today).plusWeeks(weeks).plusDays(weekday - 1L);
  }

  /** "Next week Friday", "next week on Friday". */
  private @Nullable Span weekAndDay(int at) {
    var week = weekPeriod(at);
    if (week == null) {
      return null;
    }
    int dayAt = skipOn(skipMark(week.next()));
    var day = tokens.as(Kind.WEEKDAY, dayAt);
    return day == null ? null : Span.day(week.first().plusDays(day.value() - 1L), day.next());
  }

  /** "Thursday the 16th", "jeudi 16", "Thursday 16 March", "Montag, 16.3." */
  private @Nullable Span withDate(DateTokens.Reading weekday) {
    int at = skipMark(weekday.next());
    var exact = wholeDate(at);
    if (exact != null) {
      return exact;
    }
    var feast = tokens.as(Kind.AFTER, weekday.next());
    var after = feast == null ? null : feast(feast.next(), true);
    if (after != null) {
      return Span.day(
          after.last().with(TemporalAdjusters.next(DayOfWeek.of(weekday.value()))), after.next());
    }
    int numberAt = skipOn(skipArticle(at));
    var full = monthDay(numberAt);
    if (full != null) {
      return full;
    }
    var number = number(numberAt);
    boolean spelled = tokens.as(Kind.OTHER, numberAt) != null && numberAt == at;
    if (number == null || spelled || number.value() > 31 || isCounted(number.next())) {
      return null;
    }
    // This month, the next ones, at last the one before.
    for (int months : new int[] {0, 1, 2, 3, -1}) {
      var day = inMonth(YearMonth.from(today).plusMonths(months), number.value());
      if (day != null && day.getDayOfWeek().getValue() == weekday.value()) {
        return Span.day(day, number.next());
      }
    }
    return Span.day(coming(weekday.value()), weekday.next());
  }

  private @Nullable Span wholeDate(int at) {
    return at < tokens.count() && tokens.get(at).kind() == Kind.DATE ? digits(at) : null;
  }

  /** "Thursday 10 o'clock", "Freitag 10 Uhr": the number counts something else. */
  private boolean isCounted(int next) {
    if (next >= tokens.count()) {
      return false;
    }
    var word = tokens.get(next).word();
    return HOURS.contains(word);
  }

  private static final Set<String> HOURS =
      Phrases.set(
          "uhr, h, heures, heure, pm, am, o'clock, uur, hs, horas, hrs, %, €, $, ore, a.m, p.m");

  // ---- days of months

  /** "15 March", "the 15th of March 2026", "March 15, 2026", "15. März". */
  private @Nullable Span monthDay(int at) {
    int numberAt = at;
    var number = number(numberAt);
    if (number != null && number.value() >= 1 && number.value() <= 31) {
      int inner = skipDash(skipOf(skipMarks(number.next())));
      var named = tokens.as(Kind.MONTH, inner);
      boolean verb =
          named != null
              && tokens.get(at).kind() == Kind.OTHER
              && VERBS.contains(tokens.get(inner).word())
              && !tokens.get(inner).capital();
      if (named != null && !verb) {
        return dated(named.value(), number.value(), named.next());
      }
    }
    var yearFirst = year(at);
    int monthAt = yearFirst == null ? at : skipDash(yearFirst.next());
    var month = tokens.as(Kind.MONTH, monthAt);
    if (month == null || (yearFirst != null && monthAt == yearFirst.next())) {
      return null;
    }
    int dayAt = skipArticle(skipDash(skipMark(month.next())));
    var day = number(dayAt);
    if (day == null || day.value() < 1 || day.value() > 31 || isCounted(day.next())) {
      return null;
    }
    if (yearFirst != null) {
      var date = inMonth(YearMonth.of(yearFirst.value(), month.value()), day.value());
      return Span.day(date == null ? IMPOSSIBLE : date, day.next());
    }
    return dated(month.value(), day.value(), day.next());
  }

  private Span dated(int month, int day, int next) {
    int yearAt = skipOf(skipMark(skipDash(next)));
    var year = year(yearAt);
    if (year == null) {
      year = whichYear(yearAt);
    }
    if (year == null) {
      year = shortYear(yearAt);
    }
    var date = year == null ? coming(month, day) : inMonth(YearMonth.of(year.value(), month), day);
    int end = year == null ? next : year.next();
    return Span.day(date == null ? IMPOSSIBLE : date, end);
  }

  /** "3 Aug 96": no day, so a year. */
  private DateTokens.@Nullable Reading shortYear(int at) {
    if (at >= tokens.count() || tokens.get(at).kind() != Kind.NUMBER) {
      return null;
    }
    int value = tokens.get(at).value();
    boolean year = value > 31 && value <= 99 && !isCounted(at + 1);
    return year ? new DateTokens.Reading(value + (value < 70 ? 2000 : 1900), at + 1) : null;
  }

  /** A day without a year: the next such day, today included. */
  private @Nullable LocalDate coming(int month, int day) {
    for (int years = 0; years <= 8; years++) {
      var date = inMonth(YearMonth.of(today.getYear() + years, month), day);
      if (date != null && !date.isBefore(today)) {
        return date;
      }
      if (date == null && day != 29) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable LocalDate inMonth(YearMonth month, int day) {
    return day >= 1 && day <= month.lengthOfMonth() ? month.atDay(day) : null;
  }

  /** "The 14th", "am 15.", "le 14": a day of this month or the next. */
  private @Nullable Span dayOfMonth(int at, boolean marked) {
    int numberAt = at;
    boolean announced = marked;
    var article = tokens.as(Kind.ARTICLE, at);
    var on = tokens.as(Kind.ON, at);
    boolean the = article != null && tokens.get(at).word().equals("the");
    if (on != null) {
      numberAt = skipArticle(on.next());
      announced = true;
    } else if (article != null) {
      numberAt = article.next();
      announced = true;
    }
    if (numberAt >= tokens.count() || !announced) {
      return null;
    }
    var token = tokens.get(numberAt);
    var number = number(numberAt);
    if (number == null || number.value() < 1 || number.value() > 31 || !endsHere(number.next())) {
      return null;
    }
    boolean digits = token.kind() == Kind.NUMBER;
    boolean spelled = token.kind() == Kind.OTHER;
    if (spelled && !(the && number.value() > 1)) {
      return null;
    }
    if (digits && tokens.as(Kind.UNIT, number.next()) != null) {
      return null;
    }
    var inPeriod = monthPeriod(skipOf(number.next()));
    if (inPeriod != null) {
      var day = inMonth(YearMonth.from(inPeriod.first()), number.value());
      return day == null ? null : Span.day(day, inPeriod.next());
    }
    var month = YearMonth.from(today);
    for (int ahead = 0; ahead <= 2; ahead++) {
      var day = inMonth(month.plusMonths(ahead), number.value());
      if (day != null && !day.isBefore(today)) {
        return Span.day(day, number.next());
      }
    }
    return null;
  }

  /** Whether a bare number stands alone: no noun that it counts follows. */
  private boolean endsHere(int next) {
    if (next >= tokens.count()) {
      return true;
    }
    var token = tokens.get(next);
    if (token.kind() != Kind.OTHER) {
      return token.kind() == Kind.MARK || token.kind() == Kind.DASH;
    }
    return !isCounted(next)
        && (token.word().equals("!")
            || token.word().equals("?")
            || AFTER_DAY.contains(token.word())
            || tokens.as(Kind.OF, next) != null
            || tokens.as(Kind.WHICH, next) != null
            || tokens.as(Kind.TO, next) != null);
  }

  /** What may follow a day that stands without its month. */
  private static final Set<String> AFTER_DAY =
      Phrases.set(
          """
          at, and, or, if, but, so, for, to, i, we, in, with, when, because, then, is, works, would, as
          um, und, oder, ich, wir, wieder, zuruck, nicht, ist, dann, fur, an, bei, statt, weg, im, wenn
          a, et, ou, je, nous, pour, si, vers, car, inclus, dans, au
          y, o, si, por, para, estoy, estare, no, que, ya, con, inclusive
          alle, e, se, per, sono, ci, compreso, incluso, con, da
          om, en, of, ik, weer, terug, dan, bij, als, voor, is
          as, ou, se, estarei, por, pela, com, na, no
          """);

  // ---- parts and places in a row

  /** "The end of next month", "early April", "mid-March". */
  private @Nullable Span partOf(int at) {
    var part = tokens.as(Kind.PART, at);
    if (part == null) {
      return null;
    }
    int after = skipArticle(skipOf(skipArticle(skipDash(part.next()))));
    var inner = DateTable.part(part.value());
    var span = periodOrMonth(after);
    if (span == null) {
      span = periodOrMonth(skipDash(part.next()));
    }
    if (span == null || span.grain() == Grain.DAY) {
      return null;
    }
    if (inner == Part.ELAPSED) {
      boolean over = !span.last().isAfter(today);
      return Span.of(span.first(), over ? span.last() : today, span.grain(), span.next());
    }
    if (inner == Part.REST) {
      boolean begun = span.first().isBefore(today);
      return new Span(
          begun ? today : span.first(), span.last(), span.grain(), Part.WHOLE, null, span.next());
    }
    return span.with(inner, span.next());
  }

  private @Nullable Span periodOrMonth(int at) {
    if (at >= tokens.count()) {
      return null;
    }
    var span = period(at, true);
    return span == null ? bareUnit(at) : span;
  }

  /** "The week", "the month" after an article: the one we are in. */
  private @Nullable Span bareUnit(int at) {
    var unit = tokens.as(Kind.UNIT, at);
    return unit == null ? null : unit(DateTable.unit(unit.value()), 0, unit.next());
  }

  /** "The first week of May", "the second Tuesday in March", "the 20th of next month". */
  private @Nullable Span nth(int at) {
    var last = tokens.as(Kind.FINAL, at);
    var ordinal = ordinal(at);
    var which = last != null ? last : ordinal;
    if (which == null) {
      return null;
    }
    int after = which.next();
    int place = last != null ? -1 : which.value();
    var unit = tokens.as(Kind.UNIT, after);
    if (unit != null && DateTable.unit(unit.value()) == Unit.WEEK) {
      var of = inPeriod(unit.next());
      return of == null ? null : weekOf(of, place);
    }
    if (unit != null && DateTable.unit(unit.value()) == Unit.QUARTER && place > 0) {
      var of = inPeriod(unit.next());
      int year = of == null ? 0 : of.first().getYear();
      return of == null && place <= 4
          ? quarter(place, unit.next())
          : of == null ? null : quarterOf(year, place, of.next());
    }
    if (unit != null && DateTable.unit(unit.value()) == Unit.HALF_YEAR && place > 0) {
      var of = inPeriod(unit.next());
      int next = of == null ? unit.next() : of.next();
      return half(of == null ? halfYear(place) : of.first().getYear(), place, next);
    }
    if (unit != null && DateTable.unit(unit.value()) == Unit.DAY) {
      var of = inPeriod(unit.next());
      return of == null ? null : Span.day(place < 0 ? of.last() : of.first(), of.next());
    }
    var weekday = tokens.as(Kind.WEEKDAY, after);
    if (weekday != null) {
      var of = inPeriod(weekday.next());
      if (of == null && last == null && tokens.get(at).kind() == Kind.OTHER) {
        of = month(YearMonth.from(today), weekday.next());
      }
      if (of == null || of.grain() != Grain.MONTH) {
        return null;
      }
      var day =
          of.first().with(TemporalAdjusters.dayOfWeekInMonth(place, DayOfWeek.of(weekday.value())));
      boolean exists = YearMonth.from(day).equals(YearMonth.from(of.first()));
      return Span.day(exists ? day : IMPOSSIBLE, of.next());
    }
    var month = last == null ? monthPeriod(skipOf(after)) : null;
    if (month == null) {
      return null;
    }
    var day = inMonth(YearMonth.from(month.first()), place);
    return Span.day(day == null ? IMPOSSIBLE : day, month.next());
  }

  private @Nullable Span inPeriod(int at) {
    int of = skipArticle(skipOf(at));
    var span = of >= tokens.count() ? null : period(of, true);
    if (span == null) {
      span = bareUnit(of);
    }
    return span == null && at < tokens.count() ? period(at, true) : span;
  }

  private Span weekOf(Span of, int place) {
    LocalDate first;
    if (place < 0) {
      first = monday(of.last());
    } else if (of.grain() == Grain.YEAR) {
      first = LocalDate.of(of.first().getYear(), 1, 4);
      first = monday(first).plusWeeks(place - 1L);
    } else {
      first = of.first().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)).plusWeeks(place - 1L);
    }
    return week(first, of.next());
  }

  // ---- periods

  /** A week, month, quarter, year: "next week", "KW 37", "Q3 2026", "May", "the weekend". */
  private @Nullable Span period(int at, boolean marked) {
    Span best = weekPeriod(at);
    best = longer(best, weekOfDay(at));
    best = longer(best, spacedMonth(at));
    best = longer(best, which(at, Unit.MONTH));
    best = longer(best, namedMonth(at, marked));
    best = longer(best, calendarWeek(at));
    best = longer(best, quarterPeriod(at));
    best = longer(best, yearPeriod(at, marked));
    best = longer(best, otherUnit(at));
    return best;
  }

  private @Nullable Span weekPeriod(int at) {
    return which(at, Unit.WEEK);
  }

  private @Nullable Span monthPeriod(int at) {
    var month = namedMonth(at, true);
    return month == null ? which(at, Unit.MONTH) : month;
  }

  private @Nullable Span otherUnit(int at) {
    Span best = null;
    for (var unit :
        List.of(Unit.DAY, Unit.DECADE, Unit.WEEKEND, Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR)) {
      best = longer(best, which(at, unit));
    }
    var article = tokens.as(Kind.ARTICLE, at);
    boolean on = article != null || tokens.as(Kind.ON, at) != null;
    if (best == null && on) {
      int after = article != null ? article.next() : at + 1;
      var unit = tokens.as(Kind.UNIT, after);
      if (unit == null || DateTable.unit(unit.value()) != Unit.WEEKEND) {
        return null;
      }
      var later = which(after, Unit.WEEKEND);
      return later != null ? later : unit(Unit.WEEKEND, 0, unit.next());
    }
    return best;
  }

  /** "The week of the 18th", "week commencing 4 February", "w/c 4 Feb". */
  private @Nullable Span weekOfDay(int at) {
    boolean commencing = tokens.isWord(at, "w/c");
    var unit = tokens.as(Kind.UNIT, at);
    boolean week = unit != null && DateTable.unit(unit.value()) == Unit.WEEK;
    if (!commencing && !week) {
      return null;
    }
    int after = at + 1;
    for (var kind : List.of(Kind.PART, Kind.FROM, Kind.OF)) {
      var word = tokens.as(kind, after);
      if (word != null) {
        after = word.next();
        break;
      }
    }
    int dayAt = skipOn(after);
    var day = dayAt == (commencing ? at : at + 1) ? null : span(dayAt, true);
    return day == null || day.grain() != Grain.DAY || day.first().equals(IMPOSSIBLE)
        ? null
        : week(monday(day.first()), day.next());
  }

  /** "Next week", "this month", "semana que viene", "the week after next". */
  private @Nullable Span which(int at, Unit wanted) {
    var which = tokens.as(Kind.WHICH, at);
    if (which == null && tokens.isWord(at, "my")) {
      // "My week" is this one; "my year" may be any.
      boolean near = wanted == Unit.DAY || wanted == Unit.WEEK || wanted == Unit.WEEKEND;
      which = near ? new DateTokens.Reading(0, at + 1) : null;
    }
    int unitAt = which == null ? at : which.next();
    var unit = tokens.as(Kind.UNIT, unitAt);
    if (unit == null || DateTable.unit(unit.value()) != wanted) {
      return null;
    }
    if (which == null) {
      which = tokens.as(Kind.WHICH, unit.next());
      return which == null ? null : unit(wanted, which.value(), which.next());
    }
    return unit(wanted, which.value(), unit.next());
  }

  private @Nullable Span unit(Unit unit, int count, int next) {
    return switch (unit) {
      case DAY -> Span.day(today.plusDays(count), next);
      case WORKING_DAY -> null;
      case WEEK -> week(monday(today).plusWeeks(count), next);
      case FORTNIGHT -> null;
      case WEEKEND -> {
        var saturday = monday(today).plusWeeks(count).plusDays(5);
        yield Span.of(saturday, saturday.plusDays(1), Grain.WEEK, next);
      }
      case MONTH -> month(YearMonth.from(today).plusMonths(count), next);
      case QUARTER -> {
        var inside = today.plusMonths(3L * count);
        yield quarterOf(inside.getYear(), inside.get(IsoFields.QUARTER_OF_YEAR), next);
      }
      case HALF_YEAR -> {
        var inside = today.plusMonths(6L * count);
        yield half(inside.getYear(), inside.getMonthValue() <= 6 ? 1 : 2, next);
      }
      case YEAR -> year(today.getYear() + count, next);
      case DECADE -> {
        int first = today.getYear() / 10 * 10 + count * 10;
        yield Span.of(LocalDate.of(first, 1, 1), LocalDate.of(first + 9, 12, 31), Grain.YEAR, next);
      }
    };
  }

  private static Span week(LocalDate monday, int next) {
    return Span.of(monday, monday.plusDays(6), Grain.WEEK, next);
  }

  private static Span month(YearMonth month, int next) {
    return Span.of(month.atDay(1), month.atEndOfMonth(), Grain.MONTH, next);
  }

  private @Nullable Span namedMonth(int at, boolean marked) {
    var which = tokens.as(Kind.WHICH, at);
    int monthAt = which == null ? at : which.next();
    var month = tokens.as(Kind.MONTH, monthAt);
    if (month == null) {
      var year = year(at);
      int after = year == null ? at : skipMark(year.next());
      var later = year == null ? null : tokens.as(Kind.MONTH, after);
      return later == null || year == null
          ? null
          : month(YearMonth.of(year.value(), later.value()), later.next());
    }
    boolean verb = VERBS.contains(tokens.get(monthAt).word()) && !tokens.get(monthAt).capital();
    if (which != null && !verb) {
      return month(monthOf(month.value(), which.value()), month.next());
    }
    int yearAt = skipOf(skipMark(month.next()));
    var year = year(yearAt);
    if (year != null) {
      return month(YearMonth.of(year.value(), month.value()), year.next());
    }
    var other = whichYear(yearAt);
    if (other != null) {
      return month(YearMonth.of(other.value(), month.value()), other.next());
    }
    if (verb && !(at > 0 && tokens.as(Kind.IN, at - 1) != null)) {
      return null;
    }
    var followed = tokens.as(Kind.WHICH, month.next());
    if (followed != null && tokens.as(Kind.UNIT, followed.next()) == null) {
      return month(monthOf(month.value(), followed.value()), followed.next());
    }
    boolean weak = isWeak(monthAt) || MODAL.contains(tokens.get(monthAt).word());
    boolean alone = tokens.count() == 1;
    boolean clear = alone ? tokens.get(at).capital() : marked || isAnnounced(monthAt);
    if (weak && !clear) {
      return null;
    }
    var coming = YearMonth.of(today.getYear(), month.value());
    boolean past = coming.isBefore(YearMonth.from(today));
    return month(past ? coming.plusYears(1) : coming, month.next());
  }

  private static final Set<String> MODAL = Phrases.set("may, march, mars");

  /** English verbs unless they are capitalized. */
  private static final Set<String> VERBS = Phrases.set("may, march");

  /** "Next June" is the coming one, "this June" of this year, "last June" the one before. */
  private YearMonth monthOf(int month, int which) {
    var thisYear = YearMonth.of(today.getYear(), month);
    var now = YearMonth.from(today);
    if (which > 0) {
      return thisYear.isAfter(now) ? thisYear : thisYear.plusYears(1);
    }
    boolean past = thisYear.isBefore(now);
    return which == 0
        ? thisYear
        : past && now.getMonthValue() - month > 6 ? thisYear : thisYear.minusYears(1);
  }

  /** "2026 / 11", "11 - 2026". */
  private @Nullable Span spacedMonth(int at) {
    if (at + 2 >= tokens.count()) {
      return null;
    }
    var joint = tokens.get(at + 1);
    boolean joined = joint.kind() == Kind.DASH || joint.word().equals(".");
    boolean digits =
        tokens.get(at).kind() == Kind.NUMBER && tokens.get(at + 2).kind() == Kind.NUMBER;
    if (!joined || !digits) {
      return null;
    }
    boolean yearFirst = DateTokens.isYear(tokens.get(at).value());
    int year = tokens.get(yearFirst ? at : at + 2).value();
    int month = tokens.get(yearFirst ? at + 2 : at).value();
    return DateTokens.isYear(year) && month >= 1 && month <= 12
        ? month(YearMonth.of(year, month), at + 3)
        : null;
  }

  private @Nullable Span calendarWeek(int at) {
    var week = tokens.as(Kind.CALENDAR_WEEK, at);
    if (week == null) {
      return null;
    }
    var number = number(skipMark(week.next()));
    boolean spelled = tokens.as(Kind.OTHER, skipMark(week.next())) != null;
    if (number == null || spelled || number.value() < 1 || number.value() > 53) {
      return null;
    }
    int yearAt = skipDash(skipOf(skipMark(number.next())));
    var year = year(yearAt);
    if (year != null) {
      return week(isoWeek(year.value(), number.value()), year.next());
    }
    var monday = isoWeek(today.get(IsoFields.WEEK_BASED_YEAR), number.value());
    boolean past = monday.plusDays(6).isBefore(today);
    return week(
        past ? isoWeek(today.get(IsoFields.WEEK_BASED_YEAR) + 1, number.value()) : monday,
        number.next());
  }

  private static LocalDate isoWeek(int year, int week) {
    return monday(LocalDate.of(year, 1, 4)).plusWeeks(week - 1L);
  }

  private @Nullable Span quarterPeriod(int at) {
    var quarter = tokens.as(Kind.QUARTER, at);
    var half = quarter == null ? tokens.as(Kind.HALF, at) : null;
    var named = quarter == null ? half : quarter;
    if (named == null) {
      return yearThenQuarter(at);
    }
    int next = named.next();
    int yearAt = skipDash(skipOf(skipMark(next)));
    var year = year(yearAt);
    if (year == null) {
      year = whichYear(yearAt);
    }
    if (quarter != null) {
      return year == null
          ? quarter(named.value(), next)
          : quarterOf(year.value(), named.value(), year.next());
    }
    return year == null
        ? half(halfYear(named.value()), named.value(), next)
        : half(year.value(), named.value(), year.next());
  }

  private @Nullable Span yearThenQuarter(int at) {
    var year = year(at);
    if (year == null) {
      return null;
    }
    int after = skipDash(year.next());
    var quarter = tokens.as(Kind.QUARTER, after);
    if (quarter != null) {
      return quarterOf(year.value(), quarter.value(), quarter.next());
    }
    var half = tokens.as(Kind.HALF, after);
    if (half != null) {
      return half(year.value(), half.value(), half.next());
    }
    var nth = nth(skipArticle(after));
    return nth != null && nth.grain() == Grain.QUARTER
        ? quarterOf(year.value(), nth.last().getMonthValue() / 3, nth.next())
        : null;
  }

  /** A quarter without a year: the one that is not over. */
  private Span quarter(int number, int next) {
    var span = quarterOf(today.getYear(), number, next);
    return span.last().isBefore(today) ? quarterOf(today.getYear() + 1, number, next) : span;
  }

  private static Span quarterOf(int year, int number, int next) {
    var first = YearMonth.of(year, number * 3 - 2);
    return Span.of(first.atDay(1), first.plusMonths(2).atEndOfMonth(), Grain.QUARTER, next);
  }

  private int halfYear(int number) {
    return number == 1 && today.getMonthValue() > 6 ? today.getYear() + 1 : today.getYear();
  }

  private static Span half(int year, int number, int next) {
    var first = YearMonth.of(year, number == 1 ? 1 : 7);
    return Span.of(first.atDay(1), first.plusMonths(5).atEndOfMonth(), Grain.QUARTER, next);
  }

  private @Nullable Span yearPeriod(int at, boolean marked) {
    boolean in = at > 0 && tokens.as(Kind.IN, at - 1) != null;
    var decade = tokens.as(Kind.DECADE, at);
    if (decade != null && (marked || in || tokens.as(Kind.ARTICLE, at - 1) != null)) {
      return Span.of(
          LocalDate.of(decade.value(), 1, 1),
          LocalDate.of(decade.value() + 9, 12, 31),
          Grain.YEAR,
          decade.next());
    }
    var year = marked || in ? year(at) : null;
    return year == null ? null : year(year.value(), year.next());
  }

  private static Span year(int year, int next) {
    return Span.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Grain.YEAR, next);
  }

  private DateTokens.@Nullable Reading year(int at) {
    if (at >= tokens.count()) {
      return null;
    }
    var token = tokens.get(at);
    boolean number = token.kind() == Kind.NUMBER || token.kind() == Kind.ORDINAL;
    if (token.kind() == Kind.OTHER) {
      return spelledYear(at);
    }
    return number && DateTokens.isYear(token.value())
        ? new DateTokens.Reading(token.value(), at + 1)
        : null;
  }

  /** "Two thousand and eighteen", "nineteen seventy eight". */
  private DateTokens.@Nullable Reading spelledYear(int at) {
    var left = tokens.as(Kind.NUMBER, at);
    if (left == null) {
      return null;
    }
    if (left.value() == 2 && tokens.isWord(left.next(), "thousand")) {
      int after = left.next() + 1;
      var and = tokens.as(Kind.AND, after);
      var rest = spelled(and == null ? after : and.next());
      return rest == null
          ? new DateTokens.Reading(2000, after)
          : new DateTokens.Reading(2000 + rest.value(), rest.next());
    }
    boolean century = left.value() == 19 || left.value() == 20;
    boolean zero = tokens.isWord(left.next(), "zero") || tokens.isWord(left.next(), "oh");
    var rest = century ? spelled(zero ? left.next() + 1 : left.next()) : null;
    return rest == null || zero != rest.value() < 10
        ? null
        : new DateTokens.Reading(left.value() * 100 + rest.value(), rest.next());
  }

  private DateTokens.@Nullable Reading spelled(int at) {
    var number = cardinal(at);
    boolean word = number != null && tokens.get(at).kind() == Kind.OTHER;
    return word && !tokens.isWord(at, "a") ? number : null;
  }

  private DateTokens.@Nullable Reading whichYear(int at) {
    var span = which(at, Unit.YEAR);
    return span == null ? null : new DateTokens.Reading(span.first().getYear(), span.next());
  }

  // ---- amounts

  /** "In two weeks", "within 5 days", "three days ago", "the next 3 days". */
  private @Nullable Span amount(int at) {
    var within = tokens.as(Kind.WITHIN, at);
    if (within != null) {
      var next = tokens.as(Kind.WHICH, skipArticle(within.next()));
      int amountAt = next == null ? skipArticle(within.next()) : next.next();
      var amount = amounts(amountAt);
      if (amount != null && next != null && next.value() < 0) {
        return Span.of(plus(today, amount, -1), today.minusDays(1), Grain.DAYS, amount.next());
      }
      if (amount != null) {
        boolean fromTomorrow = next != null && tokens.get(at).word().length() <= 4;
        var later = tokens.as(Kind.LATER, amount.next());
        var from = later == null ? null : span(later.next(), false);
        if (from != null && from.grain() == Grain.DAY) {
          return Span.of(from.first(), plus(from.first(), amount, 1), Grain.DAYS, from.next());
        }
        var first = fromTomorrow ? today.plusDays(1) : today;
        return Span.of(first, plus(today, amount, 1), Grain.DAYS, amount.next());
      }
    }
    var in = tokens.as(Kind.IN, at);
    if (in != null) {
      var amount = amounts(in.next());
      return amount == null ? null : later(today, amount);
    }
    var which = tokens.as(Kind.WHICH, at);
    if (which != null && which.value() != 0) {
      var amount = amounts(which.next());
      if (amount != null) {
        return which.value() > 0
            ? Span.of(today.plusDays(1), plus(today, amount, 1), Grain.DAYS, amount.next())
            : Span.of(plus(today, amount, -1), today.minusDays(1), Grain.DAYS, amount.next());
      }
    }
    var amount = amounts(at);
    if (amount == null) {
      return weekdaysLater(at);
    }
    var ago = tokens.as(Kind.AGO, amount.next());
    if (ago != null) {
      return later(today, amount, -1, ago.next());
    }
    var before = tokens.as(Kind.BEFORE, amount.next());
    var end = before == null ? null : span(before.next(), false);
    if (end != null && end.grain() == Grain.DAY) {
      return later(end.first(), amount, -1, end.next());
    }
    var later = tokens.as(Kind.LATER, amount.next());
    if (later != null) {
      var from = span(later.next(), false);
      if (from != null && from.grain() == Grain.DAY) {
        return later(from.first(), amount, 1, from.next());
      }
      boolean open =
          tokens.isWord(later.next() - 1, "from") || tokens.isWord(later.next() - 1, "out");
      return open ? null : later(today, amount, 1, later.next());
    }
    return weekThenDay(amount);
  }

  /** "A week on Thursday". */
  private @Nullable Span weekThenDay(Amount amount) {
    var on = tokens.as(Kind.ON, amount.next());
    var day = on == null || amount.days() != 7 ? null : tokens.as(Kind.WEEKDAY, on.next());
    return day == null ? null : Span.day(coming(day.value()).plusDays(7), day.next());
  }

  /** "Two Sundays from now". */
  private @Nullable Span weekdaysLater(int at) {
    var number = number(at);
    var day = number == null ? null : tokens.as(Kind.WEEKDAY, number.next());
    var later = day == null ? null : tokens.as(Kind.LATER, day.next());
    return later == null || number == null || day == null || number.value() > 52
        ? null
        : Span.day(coming(day.value()).plusWeeks(number.value() - 1L), later.next());
  }

  private Span later(LocalDate from, Amount amount) {
    return later(from, amount, 1, amount.next());
  }

  private Span later(LocalDate from, Amount amount, int sign, int next) {
    return Span.day(plus(from, amount, sign), next);
  }

  private LocalDate plus(LocalDate from, Amount amount, int sign) {
    var day =
        from.plusYears((long) sign * amount.years())
            .plusMonths((long) sign * amount.months())
            .plusDays((long) sign * amount.days());
    return amount.workingDays() == 0 ? day : workingDays.plus(day, sign * amount.workingDays());
  }

  private @Nullable Amount amounts(int at) {
    var total = amountOf(at);
    while (total != null) {
      int next = skipMark(total.next());
      var and = tokens.as(Kind.AND, next);
      var more = amountOf(and == null ? next : and.next());
      if (more == null) {
        break;
      }
      total =
          new Amount(
              total.years() + more.years(),
              total.months() + more.months(),
              total.days() + more.days(),
              total.workingDays() + more.workingDays(),
              more.next());
    }
    return total;
  }

  private @Nullable Amount amountOf(int at) {
    var number = cardinal(at);
    if (number == null) {
      return null;
    }
    int value = number.value();
    int next = number.next();
    // "Six to seven weeks", "2-3 Wochen": the longer end, never earlier than asked.
    int joint = joint(Kind.TO, next);
    if (joint < 0) {
      var or = tokens.as(Kind.AND, next);
      joint = or == null ? -1 : or.next();
    }
    var longer = joint < 0 ? null : cardinal(joint);
    if (longer != null && tokens.as(Kind.UNIT, longer.next()) != null) {
      value = Math.max(value, longer.value());
      next = longer.next();
    }
    var unit = tokens.as(Kind.UNIT, next);
    if (unit == null || value > 5_000) {
      return null;
    }
    return switch (DateTable.unit(unit.value())) {
      case DAY -> new Amount(0, 0, value, 0, unit.next());
      case WORKING_DAY -> new Amount(0, 0, 0, Math.min(value, 400), unit.next());
      case WEEK -> new Amount(0, 0, 7 * value, 0, unit.next());
      case FORTNIGHT -> new Amount(0, 0, 14 * value, 0, unit.next());
      case WEEKEND -> null;
      case MONTH -> new Amount(0, value, 0, 0, unit.next());
      case QUARTER -> new Amount(0, 3 * value, 0, 0, unit.next());
      case HALF_YEAR -> new Amount(0, 6 * value, 0, 0, unit.next());
      case YEAR -> new Amount(value, 0, 0, 0, unit.next());
      case DECADE -> new Amount(10 * value, 0, 0, 0, unit.next());
    };
  }

  // ---- feasts

  private @Nullable Span feast(int at, boolean marked) {
    int feastAt = skipArticle(at);
    var word = tokens.as(Kind.FEAST, feastAt);
    if (word == null) {
      return null;
    }
    var feast = DateTable.feast(word.value());
    if (feast == Feast.RENTREE) {
      var september = YearMonth.of(today.getYear(), 9);
      boolean over = september.isBefore(YearMonth.from(today));
      return month(over ? september.plusYears(1) : september, word.next());
    }
    if (!marked && !isAnnounced(feastAt)) {
      return null;
    }
    return feast(feast, word.next());
  }

  private Span feast(Feast feast, int next) {
    int year = today.getYear();
    var span = feast(feast, year, next);
    return span.last().isBefore(today) ? feast(feast, year + 1, next) : span;
  }

  private Span feast(Feast feast, int year, int next) {
    var easter = Holidays.easter(year);
    return switch (feast) {
      case EASTER -> feast(feast, easter.minusDays(2), easter.plusDays(1), next);
      case WHITSUN -> feast(feast, easter.plusDays(49), easter.plusDays(50), next);
      case CARNIVAL -> feast(feast, easter.minusDays(50), easter.minusDays(46), next);
      case YEAR_END -> {
        int first = today.getMonthValue() == 1 && today.getDayOfMonth() < 7 ? year - 1 : year;
        yield feast(feast, LocalDate.of(first, 12, 24), LocalDate.of(first + 1, 1, 1), next);
      }
      case NEW_YEAR -> {
        var day = LocalDate.of(year + (today.getDayOfYear() > 10 ? 1 : 0), 1, 1);
        yield feast(feast, day, day, next);
      }
      case EPIPHANY -> feast(feast, LocalDate.of(year, 1, 6), LocalDate.of(year, 1, 6), next);
      case THANKSGIVING -> {
        var day =
            LocalDate.of(year, 11, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
        yield feast(feast, day, day, next);
      }
      case LABOR_DAY -> {
        var day = LocalDate.of(year, 9, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
        yield feast(feast, day, day, next);
      }
      case SUMMER -> feast(feast, LocalDate.of(year, 7, 1), LocalDate.of(year, 8, 31), next);
      case RENTREE, HOLIDAYS -> holidays(next);
    };
  }

  /** "The holidays" are those that come next: at the turn of the year, else in summer. */
  private Span holidays(int next) {
    int month = today.getMonthValue();
    boolean winter = month >= 10 || (month == 1 && today.getDayOfMonth() < 7);
    if (winter) {
      return feast(Feast.YEAR_END, next);
    }
    return month >= 2 && month <= 4 && today.isBefore(Holidays.easter(today.getYear()))
        ? feast(Feast.EASTER, next)
        : feast(Feast.SUMMER, next);
  }

  private static Span feast(Feast feast, LocalDate first, LocalDate last, int next) {
    return new Span(first, last, Grain.FEAST, Part.WHOLE, feast, next);
  }

  // ---- numbers and small words

  private DateTokens.@Nullable Reading number(int at) {
    var ordinal = ordinal(at);
    return ordinal != null ? ordinal : cardinal(at);
  }

  private DateTokens.@Nullable Reading cardinal(int at) {
    var number = tokens.as(Kind.NUMBER, at);
    return number == null ? null : compound(number, Kind.NUMBER);
  }

  private DateTokens.@Nullable Reading ordinal(int at) {
    var ordinal = tokens.as(Kind.ORDINAL, at);
    if (ordinal != null) {
      return ordinal;
    }
    var tens = tokens.as(Kind.NUMBER, at);
    return tens != null && tokens.get(at).kind() == Kind.OTHER && tens.value() >= 20
        ? plusOnes(tens, Kind.ORDINAL)
        : null;
  }

  private DateTokens.Reading compound(DateTokens.Reading tens, Kind kind) {
    boolean spelled = tokens.get(tens.next() - 1).kind() == Kind.OTHER && tens.value() >= 20;
    var whole = spelled ? plusOnes(tens, kind) : null;
    return whole == null ? tens : whole;
  }

  /** "Twenty one", "twenty-first", "vingt et un". */
  private DateTokens.@Nullable Reading plusOnes(DateTokens.Reading tens, Kind kind) {
    int at = skipDash(tens.next());
    var and = tokens.as(Kind.AND, at);
    var ones = tokens.as(kind, and == null ? at : and.next());
    return ones != null && ones.value() < 10 && tokens.get(ones.next() - 1).kind() == Kind.OTHER
        ? new DateTokens.Reading(tens.value() + ones.value(), ones.next())
        : null;
  }

  private int skipArticle(int at) {
    var article = tokens.as(Kind.ARTICLE, at);
    return article == null ? at : article.next();
  }

  private int skipOf(int at) {
    var of = tokens.as(Kind.OF, at);
    return of == null ? at : of.next();
  }

  private int skipOn(int at) {
    var on = tokens.as(Kind.ON, at);
    return on == null ? at : on.next();
  }

  private int skipMark(int at) {
    return tokens.as(Kind.MARK, at) == null ? at : at + 1;
  }

  private int skipMarks(int at) {
    return tokens.isWord(at, ".") ? at + 1 : at;
  }

  private int skipDash(int at) {
    return tokens.as(Kind.DASH, at) == null ? at : at + 1;
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
