package io.politely.cli;

import io.politely.kernel.Edge;
import io.politely.mail.MessageParser;
import io.politely.mail.ParseResult.Parsed;
import io.politely.reading.Reader;
import io.politely.wording.Circumstances;
import io.politely.wording.Closeness;
import io.politely.wording.Judgement;
import io.politely.wording.Rank;
import io.politely.wording.Remark;
import io.politely.wording.Remark.Evidence;
import io.politely.wording.Wording;
import io.politely.wording.Writing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Says how a letter would reach its reader. */
@Edge
@Command(
    name = "wording",
    description = "Says how a letter of yours would reach its reader, and what to write instead.",
    mixinStandardHelpOptions = true)
final class WordingCommand implements Runnable {

  private static final String SUBJECT = "subject:";

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description =
          "A message (.eml), or plain text that may begin with a line \"Subject: …\"; - reads"
              + " standard input.")
  private String file = "-";

  @Option(
      names = "--rank",
      defaultValue = "individual",
      description =
          "Where the reader stands: intern, individual, senior, manager, director, vp, c-level,"
              + " owner (default: ${DEFAULT-VALUE}).")
  private String rank = "individual";

  @Option(
      names = "--tie",
      defaultValue = "cold",
      description = "How well you know each other: cold, weak, warm, strong (${DEFAULT-VALUE}).")
  private Closeness tie = Closeness.COLD;

  @Option(
      names = "--touch",
      defaultValue = "1",
      description = "The how-manieth letter it is (default: ${DEFAULT-VALUE}).")
  private int touch = 1;

  @Option(names = "--days", description = "Days since your last one.")
  private @Nullable Integer days;

  @Option(names = "--answered", description = "They wrote last.")
  private boolean answered;

  @Option(names = "--json", description = "As one JSON object.")
  private boolean json;

  @Override
  public void run() {
    if (spec == null) {
      throw new IllegalStateException("Only picocli makes commands");
    }
    if (touch < 1) {
      throw new CommandFailed("--touch takes a number from 1 on.");
    }
    var circumstances =
        new Circumstances(rank(), tie, "other", touch, days, answered, "", null, false);
    var judgement = new Wording().judge(writing(bytes(file)), circumstances);
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(figures(judgement)));
    } else {
      print(judgement, out);
    }
  }

  private Rank rank() {
    return Rank.of(rank.toLowerCase(Locale.ROOT))
        .orElseThrow(() ->
            new CommandFailed(
                "--rank takes one of "
                    + Stream.of(Rank.values()).map(Rank::word).collect(Collectors.joining(", "))
                    + "."));
  }

  private static byte[] bytes(String file) {
    try {
      return file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw new CommandFailed("%s cannot be read: %s.".formatted(file, e.getMessage()));
    }
  }

  /** A message has a head with a From; anything else is plain text. */
  private static Writing writing(byte[] bytes) {
    var now = ZonedDateTime.now(ZoneId.systemDefault());
    if (new MessageParser().parse(bytes, null) instanceof Parsed parsed
        && parsed.message().from() != null) {
      var letter = parsed.message().letter();
      var sentAt = letter.sentAt();
      var body = Reader.zonesOf(letter).newestText();
      return new Writing(parsed.message().subject(), body, sentAt == null ? now : sentAt);
    }
    var text = new String(bytes, StandardCharsets.UTF_8).strip();
    if (!text.toLowerCase(Locale.ROOT).startsWith(SUBJECT)) {
      return new Writing("", text, now);
    }
    int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
    return new Writing(
        text.substring(SUBJECT.length(), end).strip(), text.substring(end).strip(), now);
  }

  private static void print(Judgement judgement, PrintWriter out) {
    out.printf(
        "%s: %d words, %s, brings %s.%n",
        words(judgement.politeness()),
        judgement.words(),
        judgement.askMinutes() == null
            ? "asks nothing"
            : "asks for about %d minutes".formatted(judgement.askMinutes()),
        judgement.value().said());
    for (var remark : judgement.remarks()) {
      out.printf(
          "%n%s%s%n",
          remark.weight() == Remark.Weight.FORBIDDEN ? "Not allowed. " : "", remark.sentence());
      if (!remark.quote().isEmpty()) {
        out.printf("    “%s”%n", remark.quote().replaceAll("\\s+", " "));
      }
      remark
          .evidence()
          .forEach(it -> out.printf("    %s (%s: %s)%n", it.says(), it.strength(), it.id()));
    }
  }

  private static String words(Enum<?> word) {
    var lower = word.name().toLowerCase(Locale.ROOT);
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  private static Map<String, Object> figures(Judgement judgement) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("politeness", lower(judgement.politeness()));
    figures.put("asks", judgement.asks());
    figures.put("askMinutes", judgement.askMinutes());
    figures.put("value", lower(judgement.value()));
    figures.put("words", judgement.words());
    figures.put("questions", judgement.questions());
    figures.put("emptyPhrases", judgement.emptyPhrases());
    figures.put("remarks", judgement.remarks().stream().map(WordingCommand::figures).toList());
    return figures;
  }

  private static Map<String, Object> figures(Remark remark) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("kind", lower(remark.kind()));
    figures.put("weight", lower(remark.weight()));
    figures.put("says", remark.sentence());
    figures.put("quote", remark.quote());
    figures.put("evidence", remark.evidence().stream().map(Evidence::id).toList());
    return figures;
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
