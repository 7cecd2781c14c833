package io.politely.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the days that a sentence names are found: on the recognizers' rows of dates and date
 * periods and on chrono's tests.
 *
 * <p>A row is right if each day or period it expects is among those found. A row that knows a past
 * and a future reading is right with either. The recognizers end a named period on the day after
 * it, a stated range on its last day; both count. Where chrono names one day of a week, month or
 * year, the day must lie in the period that was found. Rows about times of the day, rows that the
 * source marks as not supported for Java, and periods without days (seasons) are left out.
 */
public final class DatesSuite {

  private static final LocalDate UNRESOLVED = LocalDate.of(1, 1, 1);

  private static final Pattern CHRONO_CASE =
      Pattern.compile(
          "testSingleCase\\(\\s*chrono(?:\\.\\w+)?,\\s*([\"'])((?:(?!\\1)[^\\n])*)\\1,\\s*new"
              + " Date\\(([^)]*)\\)[^=]*?=>\\s*\\{(.*?)\\n"
              + "    \\}\\);",
          Pattern.DOTALL);

  private static final Pattern CHRONO_NOT =
      Pattern.compile("testUnexpectedResult\\(\\s*chrono,\\s*([\"'])(.*?)\\1");

  private static final Pattern CHRONO_PART =
      Pattern.compile("result\\.start\\.get\\(\"(year|month|day)\"\\)\\)\\.toBe\\((-?\\d+)\\)");

  private static final Pattern CHRONO_DATE =
      Pattern.compile("result\\.start(?:\\.date\\(\\))?\\)\\.toBeDate\\(new Date\\(([^)]*)\\)");

  private static final Pattern TIME =
      Pattern.compile(
          "hour|min|sec|\\bhr|\\d\\s?[ap]\\.?m|:|noon|midnight|\\d[hms]\\b|morning|evening|night",
          Pattern.CASE_INSENSITIVE);

  /** What a row expects; {@code alternatives} in the past and in the future. */
  private record Expected(List<LocalDate[]> alternatives, boolean within) {}

  private final int errors;
  private final Set<String> dated = new HashSet<>();
  private int shown;
  private int supported;
  private int right;
  private int negatives;
  private int violations;

  private DatesSuite(int errors) {
    this.errors = errors;
  }

  /** Runs over files or folders. */
  public static Map<String, Object> run(List<String> paths, int errors) throws IOException {
    var suite = new DatesSuite(errors);
    for (var path : paths) {
      try (var files = Files.walk(Path.of(path))) {
        for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
          suite.file(file);
        }
      }
    }
    var figures = new TreeMap<String, Object>();
    figures.put("supported", suite.supported);
    figures.put("right", suite.right);
    figures.put("rate", io.politely.evaluate.Counts.ratio(suite.right, suite.supported));
    figures.put("mustNotParse", suite.negatives);
    figures.put("mustNotParseViolations", suite.violations);
    return figures;
  }

  private void file(Path file) throws IOException {
    var name = String.valueOf(file.getFileName());
    int right = this.right;
    int supported = this.supported;
    if (name.endsWith(".ts")) {
      chrono(name, Files.readString(file));
    } else if (name.equals("DateParser.json")
        || name.equals("DatePeriodParser.json")
        || name.equals("DateTimeModel.json")) {
      var place = placeOf(String.valueOf(file.toAbsolutePath().getParent()));
      rememberDated(file);
      for (var row : JsonMapper.shared().readTree(Files.readString(file).replace("\ufeff", ""))) {
        recognizer(row, place, name.equals("DateTimeModel.json"));
      }
    }
    if (this.supported > supported) {
      System.err.printf("%s %d of %d%n", file, this.right - right, this.supported - supported);
    }
  }

  /**
   * Sentences in which one of the recognizers' modes finds a date: these are no counter-examples.
   */
  private void rememberDated(Path file) throws IOException {
    if (!file.endsWith("DateTimeModel.json")) {
      return;
    }
    for (var mode : List.of("ExperimentalMode", "ComplexCalendar", "CalendarMode")) {
      var other = file.resolveSibling("DateTimeModel" + mode + ".json");
      if (Files.exists(other)) {
        for (var row :
            JsonMapper.shared().readTree(Files.readString(other).replace("\ufeff", ""))) {
          if (!row.path("Results").isEmpty()) {
            dated.add(row.path("Input").asString());
          }
        }
      }
    }
  }

  private static Place placeOf(String folder) {
    var language =
        folder.endsWith("German")
            ? Language.GERMAN
            : folder.endsWith("French") ? Language.FRENCH : Language.ENGLISH;
    return new Place(language, language.country());
  }

  private void recognizer(JsonNode row, Place place, boolean merged) {
    var unsupported =
        row.path("NotSupported").asString("") + "," + row.path("NotSupportedByDesign").asString("");
    var reference = row.path("Context").path("ReferenceDateTime").asString("");
    if (List.of(unsupported.split("[ ,]+", -1)).contains("java") || reference.isEmpty()) {
      return;
    }
    var today = LocalDateTime.parse(reference).toLocalDate();
    var results = row.path("Results");
    var text = row.path("Input").asString();
    if (results.isEmpty()) {
      if (merged && !dated.contains(text)) {
        mustNotParse(text, today, place);
      }
      return;
    }
    if (merged) {
      return; // only its counter-examples: most of its dates repeat the parsers' rows
    }
    var expected = new ArrayList<Expected>();
    for (var result : results) {
      var type = result.path("Type").asString(result.path("TypeName").asString(""));
      var one = parsed(result);
      boolean date = type.endsWith("date") || type.endsWith("daterange");
      if (!date || one == null) {
        return;
      }
      expected.add(one);
    }
    judge(text, today, place, expected);
  }

  private static @Nullable Expected parsed(JsonNode result) {
    var alternatives = new ArrayList<LocalDate[]>();
    for (var which : List.of("FutureResolution", "PastResolution")) {
      var value = result.path("Value").path(which);
      add(alternatives, value);
    }
    return alternatives.isEmpty() ? null : new Expected(alternatives, false);
  }

  private static void add(List<LocalDate[]> alternatives, JsonNode value) {
    var date = date(value.path("date").asString(""));
    var first = date(value.path("startDate").asString(""));
    var last = date(value.path("endDate").asString(""));
    if (date != null) {
      alternatives.add(new LocalDate[] {date, date});
    } else if (first != null && last != null) {
      alternatives.add(new LocalDate[] {first, last});
    }
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return text.length() == 10 ? LocalDate.parse(text) : null;
    } catch (DateTimeException _) {
      return null;
    }
  }

  private void chrono(String name, String source) {
    if (name.contains("time_exp") || name.contains("timezone") || name.contains("performance")) {
      return;
    }
    var place = new Place(Language.ENGLISH, "US");
    var not = CHRONO_NOT.matcher(source);
    while (not.find()) {
      mustNotParse(not.group(2), LocalDate.of(2016, 11, 7), place);
    }
    var matcher = CHRONO_CASE.matcher(source);
    while (matcher.find()) {
      var today = javascript(matcher.group(3));
      var expected = expectedByChrono(matcher.group(4));
      var text = matcher.group(2);
      if (today != null && expected != null && !TIME.matcher(text).find()) {
        judge(text, today, place, List.of(expected));
      }
    }
  }

  private static @Nullable Expected expectedByChrono(String body) {
    var parts = new TreeMap<String, Integer>();
    var matcher = CHRONO_PART.matcher(body);
    while (matcher.find()) {
      parts.putIfAbsent(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }
    LocalDate day = null;
    if (parts.size() == 3) {
      day =
          LocalDate.of(
              parts.getOrDefault("year", 0),
              parts.getOrDefault("month", 1),
              parts.getOrDefault("day", 1));
    } else {
      var whole = CHRONO_DATE.matcher(body);
      day = whole.find() ? javascript(whole.group(1)) : null;
    }
    return day == null ? null : new Expected(List.of(new LocalDate[][] {{day, day}}), true);
  }

  /** The arguments of JavaScript's {@code new Date(2012, 8 - 1, 10, 12)}. */
  private static @Nullable LocalDate javascript(String arguments) {
    var parts = arguments.split(",", -1);
    if (parts.length < 3) {
      return null;
    }
    try {
      var month = parts[1].replace(" ", "").split("-", -1);
      int number = Integer.parseInt(month[0]) - (month.length > 1 ? 1 : 0);
      return LocalDate.of(Integer.parseInt(parts[0].strip()), 1, 1)
          .plusMonths(number)
          .plusDays(Integer.parseInt(parts[2].strip()) - 1L);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private void judge(String text, LocalDate today, Place place, List<Expected> expected) {
    supported++;
    var found = DateGrammar.find(text, today, place);
    boolean all = expected.stream().allMatch(one -> isFound(one, found));
    right += all ? 1 : 0;
    if (!all && shown++ < errors) {
      System.err.printf(
          "%s | %s%n    expected %s%n    found %s%n", today, text, spelled(expected), found);
    }
  }

  private static String spelled(List<Expected> expected) {
    return expected.stream()
        .map(one -> one.alternatives().stream().map(List::of).toList().toString())
        .toList()
        .toString();
  }

  private static boolean isFound(Expected expected, List<DatePhrase> found) {
    for (var alternative : expected.alternatives()) {
      if (alternative[0].equals(UNRESOLVED)) {
        return found.isEmpty();
      }
      for (var phrase : found) {
        boolean exact =
            phrase.partFirst().equals(alternative[0])
                && (phrase.partLast().equals(alternative[1])
                    || phrase.partLast().plusDays(1).equals(alternative[1]));
        boolean within =
            expected.within()
                && !alternative[0].isBefore(phrase.partFirst())
                && !alternative[0].isAfter(phrase.partLast());
        if (exact || within) {
          return true;
        }
      }
    }
    return false;
  }

  private void mustNotParse(String text, LocalDate today, Place place) {
    negatives++;
    var found = DateGrammar.find(text, today, place);
    if (!found.isEmpty()) {
      violations++;
      System.err.printf("must not parse: %s: %s%n", text, found);
    }
  }
}
