package io.politely.pursuits;

import io.politely.contacts.JsonRows;
import io.politely.contacts.PackedFiles;
import io.politely.contacts.TableText;
import io.politely.kernel.Edge;
import io.politely.pursuits.JobFile.OfJobs;
import io.politely.pursuits.JobFile.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a list of jobs: a table, a board of Trello as JSON, any JSON array of objects, or the jobs
 * of LinkedIn's export, also inside the whole .zip.
 *
 * @param remembered what the user said about a header, see {@link JobTable#headerLine}
 */
@Edge
record JobReader(Function<String, java.util.Optional<JobMapping>> remembered) {

  /** In bytes. */
  static final int LARGEST = 10 << 20;

  static final Refused TOO_LARGE = new Refused("The file is larger than 10 MB: split it.");

  private static final int MOST_ROWS = 20_000;
  private static final int LONGEST_PREAMBLE = 20;
  private static final Pattern OF_LINKEDIN =
      Pattern.compile("(job applications|saved jobs).*\\.csv");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\")\\]]+");

  private static final Refused TOO_LONG =
      new Refused("The file has more than 20,000 rows: split it.");
  private static final Refused NO_JOBS =
      new Refused("No column of this file looks like the title of a job or the name of a company.");
  private static final Refused NO_JSON =
      new Refused("This JSON is neither a board of Trello nor a list of jobs, or it is damaged.");

  JobFile read(byte[] file) {
    if (PackedFiles.isPacked(file)) {
      return packed(file);
    }
    if (file.length > LARGEST) {
      return TOO_LARGE;
    }
    var text = TableText.of(file);
    if (text.isBlank()) {
      return new Refused("The file is empty.");
    }
    if (text.indexOf('\0') >= 0) {
      return new Refused("This is no text. Save it as CSV or as JSON.");
    }
    return JsonRows.isJson(text) ? json(text) : table(text);
  }

  private JobFile table(String text) {
    var rows = TableText.rows(text, MOST_ROWS + LONGEST_PREAMBLE);
    if (rows.isEmpty()) {
      return new Refused(TableText.UNREADABLE);
    }
    var all = rows.get();
    for (int at = 0; at < Math.min(all.size(), LONGEST_PREAMBLE); at++) {
      var header = all.get(at);
      var table = new JobTable("table", header, all.subList(at + 1, all.size()), List.of());
      if (JobMapping.guess(header).isSure() || remembered.apply(table.headerLine()).isPresent()) {
        return of(table);
      }
    }
    // No header tells: then it is the first row, and the user says what its columns hold.
    return all.stream().noneMatch(row -> row.size() > 1)
        ? NO_JOBS
        : of(new JobTable("table", all.getFirst(), all.subList(1, all.size()), List.of()));
  }

  private static JobFile of(JobTable table) {
    var plain = table.withoutEmptyColumns();
    if (plain.rows().size() > MOST_ROWS) {
      return TOO_LONG;
    }
    return plain.rows().isEmpty()
        ? new Refused("There is no row below the header.")
        : new OfJobs(plain);
  }

  /** What was applied for stands after what was saved: it tells more of the same job. */
  private JobFile packed(byte[] file) {
    try {
      var files =
          PackedFiles.unpacked(
              file, name -> OF_LINKEDIN.matcher(name.toLowerCase(Locale.ROOT)).matches(), LARGEST);
      if (files.isEmpty()) {
        return TOO_LARGE;
      }
      var objects = new ArrayList<Map<String, String>>();
      for (var each : new TreeMap<>(files.get()).descendingMap().values()) {
        switch (table(TableText.of(each))) {
          case OfJobs(var table) -> objects.addAll(objects(table));
          case Refused refused -> {
            return refused;
          }
        }
      }
      return objects.isEmpty()
          ? new Refused("This .zip has no jobs: neither Saved Jobs.csv nor Job Applications.csv.")
          : of(table("linkedin", JsonRows.of(objects, MOST_ROWS + 1)));
    } catch (IOException e) {
      return new Refused("This .zip is damaged, or a password protects it.");
    }
  }

  private static List<Map<String, String>> objects(JobTable table) {
    var objects = new ArrayList<Map<String, String>>();
    for (var row : table.rows()) {
      var object = new LinkedHashMap<String, String>();
      for (int i = 0; i < Math.min(row.size(), table.header().size()); i++) {
        object.put(table.header().get(i), row.get(i));
      }
      objects.add(object);
    }
    return objects;
  }

  private static JobFile json(String text) {
    try {
      var root = JsonMapper.shared().readTree(text);
      if (root.path("cards").isArray() && root.path("lists").isArray()) {
        return of(table("trello", JsonRows.of(cards(root), MOST_ROWS + 1)));
      }
      var rows = JsonRows.in(root, MOST_ROWS + 1);
      if (rows.isPresent()) {
        return JobMapping.guess(rows.get().header()).namesJobs()
            ? of(table("json", rows.get()))
            : NO_JOBS;
      }
      return NO_JSON;
    } catch (JacksonException e) {
      return NO_JSON;
    }
  }

  private static List<Map<String, String>> cards(JsonNode board) {
    var lists = new LinkedHashMap<String, String>();
    board
        .path("lists")
        .forEach(list ->
            lists.put(
                list.path("id").asString(""),
                list.path("closed").asBoolean(false)
                    ? "Archived"
                    : list.path("name").asString("")));
    var cards = new ArrayList<Map<String, String>>();
    for (var card : board.path("cards")) {
      var row = new LinkedHashMap<String, String>();
      row.put("Card Name", card.path("name").asString(""));
      row.put(
          "List Name",
          card.path("closed").asBoolean(false)
              ? "Archived"
              : lists.getOrDefault(card.path("idList").asString(""), ""));
      row.put("Link", link(card));
      row.put("Card Description", card.path("desc").asString(""));
      row.put("Labels", JsonRows.words(card.path("labels")));
      row.put("Due Date", card.path("due").asString(""));
      row.put("Card ID", card.path("id").asString(""));
      cards.add(row);
    }
    return cards;
  }

  /** The first address that is attached, or stands in the description. */
  private static String link(JsonNode card) {
    for (var attached : card.path("attachments")) {
      var url = attached.path("url").asString("");
      if (LINK.matcher(url).matches()) {
        return url;
      }
    }
    var found = LINK.matcher(card.path("desc").asString(""));
    return found.find() ? found.group() : "";
  }

  private static JobTable table(String kind, JsonRows rows) {
    return new JobTable(kind, rows.header(), rows.rows(), List.of());
  }
}
