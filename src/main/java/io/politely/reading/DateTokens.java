package io.politely.reading;

import io.politely.reading.DateTable.Entry;
import io.politely.reading.DateTable.Kind;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sentence as the tokens that dates are made of: words, numbers, whole dates in digits. */
final class DateTokens {

  /** One token; {@code kind} is OTHER for words, whose meanings are looked up in the table. */
  record Token(
      Kind kind,
      int value,
      String word,
      DateTable.Meanings meanings,
      boolean capital,
      int begin,
      int end) {}

  /** What a token or several together stand for. */
  record Reading(int value, int next) {}

  /** What has a number of its own. */
  private static final Set<String> NUMBERED =
      Phrases.set("version, release, v, room, flat, suite, zimmer, raum, bureau, sala, section");

  private static final Set<String> ORDINAL_ENDINGS =
      Phrases.set("st, nd, rd, th, er, ere, e, eme, º, ª, °, ste, de");

  /** Short forms of whole phrases. */
  static final Map<String, String> SHORT =
      Map.of(
          "eow", "end of week",
          "eom", "end of month",
          "eoq", "end of quarter",
          "eoy", "end of year");

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private final String text;
  private final DateTable table;
  private final boolean monthFirst;
  private final boolean dotsAfterOrdinals;
  private final List<Token> tokens = new ArrayList<>();

  private DateTokens(String text, Place place) {
    this.text = text;
    this.table = DateTable.of(place.language());
    this.monthFirst = place.writesMonthFirst();
    this.dotsAfterOrdinals = place.language() == Language.GERMAN;
  }

  static DateTokens of(String text, Place place) {
    var tokens = new DateTokens(text, place);
    tokens.read();
    return tokens;
  }

  int count() {
    return tokens.size();
  }

  Token get(int index) {
    return tokens.get(index);
  }

  /** What begins at this token, read as a kind; the longest where there are several. */
  @Nullable Reading as(Kind kind, int at) {
    if (at < 0 || at >= tokens.size()) {
      return null;
    }
    var token = tokens.get(at);
    if (token.kind() == kind) {
      return new Reading(token.value(), at + 1);
    }
    if (token.kind() != Kind.OTHER || !token.meanings().kinds().contains(kind)) {
      return null;
    }
    Entry best = null;
    for (var entry : token.meanings().entries()) {
      boolean longer = best == null || entry.words().size() > best.words().size();
      if (entry.kind() == kind && longer && stands(entry, at)) {
        best = entry;
      }
    }
    return best == null ? null : new Reading(best.value(), at + best.words().size());
  }

  /** A word that no date has. */
  boolean meansNothing(int at) {
    var token = tokens.get(at);
    return token.kind() == Kind.OTHER
        && token.meanings().entries().isEmpty()
        && !token.word().equals("w/c")
        && !token.word().equals("my");
  }

  boolean isWord(int at, String word) {
    return at < tokens.size() && tokens.get(at).word().equals(word);
  }

  private boolean stands(Entry entry, int at) {
    var words = entry.words();
    for (int i = 1; i < words.size(); i++) {
      if (!isWord(at + i, words.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void read() {
    int at = 0;
    while (at < text.length() && tokens.size() < 160) {
      char c = text.charAt(at);
      if (Texts.isDigit(c)) {
        at = number(at);
      } else if (Character.isLetter(c)) {
        at = word(at);
      } else {
        boolean mark = c == ',' || c == '.' || c == ';' || c == ':' || c == '(' || c == ')';
        boolean dash = c == '-' || c == '–' || c == '—' || c == '/';
        if (mark || dash) {
          add(dash ? Kind.DASH : Kind.MARK, 0, String.valueOf(c), at, at + 1);
        } else if (!Texts.isSpace(c) && c != '\'' && c != '"' && c != '|') {
          add(Kind.OTHER, 0, String.valueOf(c), at, at + 1);
        }
        at++;
      }
    }
  }

  private int word(int begin) {
    int end = begin;
    while (end < text.length() && isInside(begin, end)) {
      end++;
    }
    var whole = DateTable.plain(text.substring(begin, end));
    if (table.startingWith(whole).entries().isEmpty()) {
      for (int i = begin + 1; i < end; i++) {
        char c = text.charAt(i);
        if (c == '-' || c == '\'' || c == '’') {
          int cut = c == '-' ? i : i + 1;
          add(Kind.OTHER, 0, DateTable.plain(text.substring(begin, cut)), begin, cut);
          return cut;
        }
      }
    }
    boolean year = whole.length() == 1 && end < text.length() && Texts.isDigit(text.charAt(end));
    if (year && "qth".contains(whole)) {
      return quarter(whole, begin, end);
    }
    boolean symbol = begin > 0 && "$#@".indexOf(text.charAt(begin - 1)) >= 0;
    var spelled = symbol ? "#" : SHORT.getOrDefault(whole, whole);
    for (var part : spelled.split(" ", -1)) {
      add(Kind.OTHER, 0, part, begin, end);
    }
    return end;
  }

  /** "Q3", "T3", "H2". */
  private int quarter(String letter, int begin, int digit) {
    int number = text.charAt(digit) - '0';
    boolean alone = digit + 1 == text.length() || !Texts.isDigit(text.charAt(digit + 1));
    boolean half = letter.equals("h");
    boolean fits = alone && number >= 1 && number <= (half ? 2 : 4);
    add(
        fits ? half ? Kind.HALF : Kind.QUARTER : Kind.OTHER,
        number,
        text.substring(begin, digit + 1).toLowerCase(Locale.ROOT),
        begin,
        digit + 1);
    return digit + 1;
  }

  private boolean isInside(int begin, int at) {
    char c = text.charAt(at);
    if (Character.isLetter(c)) {
      return true;
    }
    boolean letterFollows = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    boolean joins = c == '\'' || c == '’' || c == '-' || (c == '.' && at == begin + 1);
    boolean slash = c == '/' && at == begin + 1; // t/m, w/c
    return (joins || slash) && letterFollows;
  }

  private int number(int begin) {
    var groups = new int[3];
    var lengths = new int[3];
    int count = 0;
    int at = begin;
    char separator = 0;
    int end = begin;
    while (count < 3 && at < text.length() && Texts.isDigit(text.charAt(at))) {
      int start = at;
      int value = 0;
      while (at < text.length() && Texts.isDigit(text.charAt(at)) && at - start < 9) {
        value = value * 10 + text.charAt(at) - '0';
        at++;
      }
      groups[count] = value;
      lengths[count] = at - start;
      count++;
      end = at;
      if (at < text.length() && isSeparator(text.charAt(at), separator, count)) {
        separator = text.charAt(at) == ',' ? separator : text.charAt(at);
        at++;
        while (separator == '.' && count < 3 && at < text.length() && text.charAt(at) == ' ') {
          at++;
        }
      } else {
        break;
      }
    }
    boolean glued = begin > 0 && isGlued(begin);
    if (!glued && count >= 2) {
      var date = date(groups, lengths, count, separator);
      if (date != null && !isGlueAfter(end)) {
        if (date.kind() == Kind.DATE && count == 2 && at < text.length() && separator == '.') {
          end = Math.max(end, text.charAt(end) == '.' ? end + 1 : end);
        }
        add(date.kind(), date.value(), "", begin, Math.min(end, text.length()));
        return Math.min(end, text.length());
      }
      if (count == 3 && date == null) {
        add(Kind.OTHER, 0, "#", begin, end);
        return end;
      }
    }
    return single(begin, groups[0], lengths[0], glued);
  }

  private static boolean isSeparator(char c, char before, int count) {
    if (count == 2 && c == ',') {
      return before == '/'; // 08/12,2015
    }
    return (c == '.' || c == '/' || c == '-') && (before == 0 || before == c);
  }

  /** Whether the number is part of something else: an amount of money, an address, a name. */
  private boolean isGlued(int begin) {
    char c = text.charAt(begin - 1);
    if (!tokens.isEmpty() && NUMBERED.contains(tokens.getLast().word())) {
      return true;
    }
    boolean joint = c == '/' || c == '-';
    boolean junk = !tokens.isEmpty() && tokens.getLast().word().equals("#");
    boolean chain = tokens.size() > 1 && tokens.get(tokens.size() - 2).word().equals("#");
    return joint ? junk || chain : c != ' ' && (".$€£#+%,=".indexOf(c) >= 0 && !isMonthDot(begin));
  }

  /** "Sept.16": the dot ends the name of a month. */
  private boolean isMonthDot(int begin) {
    return begin > 1 && text.charAt(begin - 1) == '.' && Character.isLetter(text.charAt(begin - 2));
  }

  private boolean isGlueAfter(int end) {
    if (end >= text.length()) {
      return false;
    }
    char c = text.charAt(end);
    boolean more = end + 1 < text.length() && Texts.isDigit(text.charAt(end + 1));
    return c == '%' || c == '€' || c == '$' || ((c == ':' || c == '.' || c == '/') && more);
  }

  private record Digits(Kind kind, int value) {}

  private @Nullable Digits date(int[] groups, int[] lengths, int count, char separator) {
    if (count == 3) {
      return wholeDate(groups, lengths, separator);
    }
    if (lengths[0] == 4 && isYear(groups[0]) && lengths[1] <= 2 && isMonth(groups[1])) {
      return new Digits(Kind.YEAR_MONTH, groups[0] * 12 + groups[1] - 1);
    }
    if (lengths[1] == 4 && isYear(groups[1]) && lengths[0] <= 2 && isMonth(groups[0])) {
      return new Digits(Kind.YEAR_MONTH, groups[1] * 12 + groups[0] - 1);
    }
    boolean slashed = separator == '/' && lengths[0] <= 2 && lengths[1] <= 2;
    boolean announced =
        !tokens.isEmpty()
            && (tokens.getLast().word().equals("on") || tokens.getLast().word().equals("in"));
    boolean dotted =
        separator == '.' && (dotsAfterOrdinals || announced) && lengths[0] <= 2 && lengths[1] <= 2;
    boolean dashed = separator == '-' && announced && monthFirst && lengths[1] == 2;
    if (!slashed && !dotted && !dashed) {
      return null;
    }
    int month = monthFirst ? groups[0] : groups[1];
    int day = monthFirst ? groups[1] : groups[0];
    if (!isMonth(month) && isMonth(day)) {
      int swap = month;
      month = day;
      day = swap;
    }
    boolean valid = isMonth(month) && day >= 1 && day <= Month.of(month).maxLength();
    // A day without a year: its number, as month × 32 + day, below the days of any whole date.
    return valid ? new Digits(Kind.DATE, YEARLESS + month * 32 + day) : null;
  }

  /** Marks a date in digits that lacks its year. */
  static final int YEARLESS = -10_000_000;

  private @Nullable Digits wholeDate(int[] groups, int[] lengths, char separator) {
    if (lengths[0] == 4) {
      return isMonth(groups[1])
          ? day(groups[0], groups[1], groups[2])
          : day(groups[0], groups[2], groups[1]);
    }
    if (lengths[0] > 2 || lengths[1] > 2 || (lengths[2] != 4 && lengths[2] != 2)) {
      return null;
    }
    if (separator == '.' && lengths[2] == 2 && monthFirst) {
      return null; // the number of a version
    }
    int year = lengths[2] == 4 ? groups[2] : groups[2] + (groups[2] < 70 ? 2000 : 1900);
    boolean american = monthFirst && separator != '.';
    var date = american ? day(year, groups[0], groups[1]) : day(year, groups[1], groups[0]);
    if (date != null || (separator == '-' && lengths[2] == 2 && !american)) {
      return date == null && isMonth(groups[0]) ? day(year, groups[0], groups[1]) : date;
    }
    return american ? day(year, groups[1], groups[0]) : day(year, groups[0], groups[1]);
  }

  private static @Nullable Digits day(int year, int month, int day) {
    if (!isYear(year) || !isMonth(month) || day < 1) {
      return null;
    }
    var first = LocalDate.of(year, month, 1);
    return day > first.lengthOfMonth()
        ? null
        : new Digits(Kind.DATE, (int) first.withDayOfMonth(day).toEpochDay());
  }

  private static boolean isMonth(int number) {
    return number >= 1 && number <= 12;
  }

  static boolean isYear(int number) {
    return number >= FIRST_YEAR && number <= LAST_YEAR;
  }

  private int single(int begin, int value, int length, boolean glued) {
    int end = begin + length;
    if (glued || (end < text.length() && isInsideNumber(end))) {
      while (end < text.length()
          && (Texts.isDigit(text.charAt(end)) || isInsideNumber(end) || text.charAt(end) == '%')) {
        end++;
      }
      add(Kind.OTHER, 0, "#", begin, end);
      return end;
    }
    int letters = end;
    while (letters < text.length()
        && (Character.isLetter(text.charAt(letters)) || "º°".indexOf(text.charAt(letters)) >= 0)) {
      letters++;
    }
    var ending = DateTable.plain(text.substring(end, letters));
    boolean halfYear =
        length == 4 && letters < text.length() && Texts.isDigit(text.charAt(letters));
    if (halfYear && ending.length() == 1) {
      add(Kind.NUMBER, value, "", begin, end);
      return end; // 2016H2
    }
    if (ORDINAL_ENDINGS.contains(ending)) {
      add(Kind.ORDINAL, value, "", begin, letters);
      return letters;
    }
    int apostrophe =
        ending.isEmpty()
                && letters + 1 < text.length()
                && text.charAt(letters) == '\''
                && text.charAt(letters + 1) == 's'
            ? 2
            : 0;
    if ((ending.equals("s") || apostrophe > 0) && value % 10 == 0 && (length == 4 || length == 2)) {
      add(Kind.DECADE, length == 4 ? value : 1900 + value, "", begin, letters + apostrophe);
      return letters + apostrophe;
    }
    if (ending.equals("h")
        || ending.equals("pm")
        || ending.equals("am")
        || ending.equals("s")
        || ending.equals("k")) {
      add(Kind.OTHER, 0, "#", begin, letters);
      return letters;
    }
    boolean dot =
        dotsAfterOrdinals && end < text.length() && text.charAt(end) == '.' && length <= 2;
    add(dot ? Kind.ORDINAL : Kind.NUMBER, value, "", begin, dot ? end + 1 : end);
    return dot ? end + 1 : end;
  }

  /** Decimals, grouped thousands, times of the day, percentages. */
  private boolean isInsideNumber(int at) {
    char c = text.charAt(at);
    boolean digitFollows = at + 1 < text.length() && Texts.isDigit(text.charAt(at + 1));
    return c == '%' || (digitFollows && (c == '.' || c == ',' || c == ':'));
  }

  private void add(Kind kind, int value, String word, int begin, int end) {
    boolean capital = Character.isUpperCase(text.charAt(begin));
    var meanings = kind == Kind.OTHER ? table.startingWith(word) : DateTable.Meanings.NONE;
    tokens.add(new Token(kind, value, word, meanings, capital, begin, end));
  }
}
