package io.politely.pursuits;

import io.politely.kernel.Formulas;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the columns of a list of jobs hold, one after the other. */
public record JobMapping(List<JobField> columns) {

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_STAGE = 100;
  private static final int LONGEST_NOTES = 20_000;
  private static final int SHORTEST_ID = 8;
  private static final Pattern TITLE_AT_COMPANY = Pattern.compile("(.+?) (?:at|@|bei) (.+)");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]{1,2000}");
  private static final Pattern DIRECTIONS = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

  public JobMapping {
    columns = List.copyOf(columns);
  }

  /** As far as the header tells; of two columns that seem to be the title the first one is. */
  static JobMapping guess(List<String> header) {
    var fields = new ArrayList<JobField>();
    for (var cell : header) {
      var field = JobField.called(cell);
      boolean isSecond =
          fields.contains(field)
              && (field == JobField.TITLE || field == JobField.STAGE || field == JobField.ID);
      fields.add(isSecond ? JobField.NOTHING : field);
    }
    return new JobMapping(fields);
  }

  /** By the words for what each column holds; empty where one of them is none. */
  public static Optional<JobMapping> of(List<String> words) {
    var fields = words.stream().flatMap(word -> JobField.of(word).stream()).toList();
    return fields.size() == words.size() ? Optional.of(new JobMapping(fields)) : Optional.empty();
  }

  /** Whether it tells what a row is about. */
  public boolean namesJobs() {
    return columns.contains(JobField.TITLE) || columns.contains(JobField.COMPANY);
  }

  /** Whether this is surely a header and no row. */
  boolean isSure() {
    return namesJobs()
        && columns.stream().filter(field -> field != JobField.NOTHING).distinct().count() >= 2;
  }

  /**
   * The jobs of a table; a row that names none is left out, and of rows about one job the last one
   * counts.
   *
   * @param day how a day is read
   */
  List<Job> jobs(JobTable table, Function<String, Optional<LocalDate>> day) {
    var jobs = new LinkedHashMap<String, Job>();
    var times = new LinkedHashMap<String, Integer>();
    for (var row : table.rows()) {
      job(row, day, times).ifPresent(job -> jobs.put(job.key(), job));
    }
    return List.copyOf(jobs.values());
  }

  private Optional<Job> job(
      List<String> row, Function<String, Optional<LocalDate>> day, Map<String, Integer> times) {
    var called = called(first(row, JobField.TITLE), first(row, JobField.COMPANY));
    if (called.title().isEmpty() && called.company().isEmpty()) {
      return Optional.empty();
    }
    var url = all(row, JobField.LINK).filter(LINK.asMatchPredicate()).findFirst().orElse("");
    var applied = day(row, JobField.APPLIED, day);
    var stage = cut(first(row, JobField.STAGE), LONGEST_STAGE);
    return Optional.of(
        new Job(
            key(first(row, JobField.ID), url, called, times),
            called.title().isEmpty() ? "A job" : called.title(),
            called.company(),
            url,
            notes(row, url),
            stage.isEmpty() ? applied == null ? "Saved" : "Applied" : stage,
            day(row, JobField.SAVED, day),
            applied,
            source(first(row, JobField.SOURCE))));
  }

  private record Called(String title, String company) {}

  /** A board without a column for companies has them in the names of its cards. */
  private Called called(String title, String company) {
    var both = TITLE_AT_COMPANY.matcher(title);
    return company.isEmpty() && !columns.contains(JobField.COMPANY) && both.matches()
        ? new Called(cut(both.group(1), LONGEST_LINE), cut(both.group(2), LONGEST_LINE))
        : new Called(cut(title, LONGEST_LINE), cut(company, LONGEST_LINE));
  }

  /**
   * A short identity, such as a number, is that of a row in this file and says nothing in another
   * one. Rows with neither are told apart by what they are called, and by how often that was there
   * before.
   */
  private static String key(String id, String url, Called called, Map<String, Integer> times) {
    if (id.length() >= SHORTEST_ID) {
      return Job.keyOf("id\0" + id);
    }
    if (!url.isEmpty()) {
      return Job.keyOf("url\0" + url);
    }
    var name = (called.company() + "\0" + called.title()).toLowerCase(Locale.ROOT);
    return Job.keyOf("called\0" + name + "\0" + times.merge(name, 1, Integer::sum));
  }

  /** What has no place of its own in a pursuit stands in its notes, a line each. */
  private String notes(List<String> row, String url) {
    var lines =
        Stream.of(
                line("Saved", row, JobField.SAVED),
                line("Applied", row, JobField.APPLIED),
                line("Due", row, JobField.DUE),
                line("Place", row, JobField.LOCATION),
                line("Salary", row, JobField.SALARY),
                line("Labels", row, JobField.LABELS),
                line("Contact", row, JobField.CONTACT),
                line("Source", row, JobField.SOURCE),
                all(row, JobField.LINK).filter(link -> !link.equals(url)).map(it -> "Link: " + it))
            .flatMap(it -> it)
            .toList();
    var words = all(row, JobField.NOTES).toList();
    var notes =
        Stream.of(String.join("\n", lines), String.join("\n\n", words))
            .filter(part -> !part.isEmpty())
            .toList();
    return cut(String.join("\n\n", notes), LONGEST_NOTES);
  }

  private Stream<String> line(String label, List<String> row, JobField field) {
    return all(row, field).map(cell -> label + ": " + NewPursuit.oneLine(cell));
  }

  private @Nullable LocalDate day(
      List<String> row, JobField field, Function<String, Optional<LocalDate>> day) {
    return all(row, field).flatMap(cell -> day.apply(cell).stream()).findFirst().orElse(null);
  }

  private static @Nullable Source source(String words) {
    var folded = words.toLowerCase(Locale.ROOT);
    if (folded.contains("refer") || folded.contains("empfehlung")) {
      return Source.REFERRAL;
    }
    if (folded.contains("recruiter") || folded.contains("headhunter")) {
      return Source.RECRUITER;
    }
    return folded.contains("inbound") ? Source.INBOUND : null;
  }

  private String first(List<String> row, JobField field) {
    return all(row, field).findFirst().map(NewPursuit::oneLine).orElse("");
  }

  private Stream<String> all(List<String> row, JobField field) {
    return IntStream.range(0, Math.min(row.size(), columns.size()))
        .filter(i -> columns.get(i) == field)
        .mapToObj(row::get)
        .map(cell -> DIRECTIONS.matcher(cell.replace("\0", "")).replaceAll("").strip())
        .filter(cell -> !cell.isEmpty())
        .map(Formulas::meant);
  }

  private static String cut(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most - 1)));
  }
}
