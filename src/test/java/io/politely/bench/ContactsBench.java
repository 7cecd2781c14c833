package io.politely.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table of 100,000 made-up people, imported by the command that users run and with its heap of
 * 512 MB; again; and in another directory after a kill in the middle. Everything derived, and
 * everything exported, must be equal.
 */
final class ContactsBench {

  private static final int PEOPLE = 100_000;

  /** What a start takes before the import begins. */
  private static final long START_MILLIS = 5_000;

  private static final List<String> SYLLABLES =
      List.of("bel", "dor", "fen", "gar", "hal", "jor", "kel", "lor", "mar", "nor", "per", "tam");

  private ContactsBench() {}

  static Report run(Bench.Options options) throws IOException, InterruptedException {
    long seed = options.arguments().isEmpty() ? 1 : Long.parseLong(options.arguments().getFirst());
    var directory = Commands.temporaryDirectory("contacts");
    try {
      var table = Files.writeString(directory.resolve("people.csv"), table(new Random(seed)));
      var straight = directory.resolve("straight");
      var killed = directory.resolve("killed");

      var first = imported(table, straight);
      var again = imported(table, straight);
      double seconds = first.get("seconds").asDouble();
      kill(table, killed, (long) (seconds * 500));
      var afterKill = imported(table, killed);

      var figures = new LinkedHashMap<String, Object>();
      figures.put("rows", PEOPLE);
      figures.put("bytes", Files.size(table));
      figures.put("new", first.get("added").asInt());
      figures.put("merged", first.get("merged").asInt());
      figures.put("import, s", seconds);
      figures.put("the same again: new", again.get("added").asInt());
      figures.put("the same again, s", again.get("seconds").asDouble());
      figures.put("new after the kill", afterKill.get("added").asInt());
      figures.put("after the kill: digest equal", digest(straight).equals(digest(killed)));
      figures.put("after the kill: export equal", export(straight).equals(export(killed)));
      return new Report("Import of people", figures);
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  /** A quarter has no mail address but a profile, one in twenty both. */
  private static String table(Random random) {
    var table =
        new StringBuilder(
            "First Name,Last Name,Email,Company,Job title,Phone,LinkedIn,Tags,Notes\n");
    for (int number = 0; number < PEOPLE; number++) {
      var given = name(random, 2);
      var family = name(random, 3);
      var mail =
          "%s.%s%d@company%d.example".formatted(given, family, number, random.nextInt(8_000));
      var profile = "https://www.linkedin.com/in/%s-%s-%d".formatted(given, family, number);
      boolean hasProfile = number % 4 == 0 || number % 20 == 1;
      table
          .append(
              String.join(
                  ",",
                  given,
                  family,
                  number % 4 == 0 ? "" : mail.toLowerCase(Locale.ROOT),
                  "Company " + random.nextInt(8_000),
                  number % 3 == 0 ? "Head of Sales" : "Engineer",
                  number % 2 == 0 ? "" : "+1 555 %07d".formatted(number),
                  hasProfile ? profile.toLowerCase(Locale.ROOT) : "",
                  number % 10 == 0 ? "fair" : "",
                  number % 10 == 0 ? "\"Met at the fair, wants to hear about prices\"" : ""))
          .append('\n');
    }
    return table.toString();
  }

  private static String name(Random random, int syllables) {
    var name = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }

  private static JsonNode imported(Path table, Path data) throws IOException, InterruptedException {
    return JsonMapper.shared()
        .readTree(politely(data, "contacts", "import", table.toString(), "--format", "json"));
  }

  private static void kill(Path table, Path data, long afterMillis)
      throws IOException, InterruptedException {
    // Once before, so that the kill meets the import and not the creation of the database.
    politely(data, "contacts", "export");
    var process =
        new ProcessBuilder(command(data, "contacts", "import", table.toString()))
            .inheritIO()
            .start();
    if (process.waitFor(afterMillis + START_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("The import had ended before it was killed");
    }
    process.destroyForcibly().waitFor();
  }

  private static String digest(Path data) throws IOException, InterruptedException {
    return politely(data, "ledger", "digest").split(" ", 2)[0];
  }

  private static String export(Path data) throws IOException, InterruptedException {
    return politely(data, "contacts", "export");
  }

  private static String politely(Path data, String... arguments)
      throws IOException, InterruptedException {
    var ended = Commands.run(Map.of(), command(data, arguments).toArray(String[]::new));
    if (ended.exitCode() != 0) {
      throw new IllegalStateException(
          "politely %s ended with %d".formatted(arguments[0], ended.exitCode()));
    }
    return ended.output();
  }

  private static List<String> command(Path data, String... arguments) {
    var command = new ArrayList<>(List.of("./politely"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data.toString()));
    return command;
  }
}
