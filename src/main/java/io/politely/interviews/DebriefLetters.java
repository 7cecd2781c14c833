package io.politely.interviews;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words of letters that follow from a debrief: plain, for the writer to make theirs. Pure. */
final class DebriefLetters {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  private DebriefLetters() {}

  /** A letter. */
  record Letter(String subject, String body) {}

  /**
   * A note to whoever brought us there: how it went, what is next.
   *
   * @param name of whoever reads it
   */
  static Letter note(DebriefSheet sheet, String name, LocalDate day, String me, List<String> ours) {
    var debrief = sheet.debrief();
    var met = sheet.met().stream().map(DebriefRules.Met::name).collect(Collectors.joining(", "));
    var about = sheet.pursuit().isEmpty() ? sheet.called() : sheet.pursuit();
    var lines = new ArrayList<String>();
    lines.add("%s, a word on %s.".formatted(first(name), about));
    lines.add(
        met.isEmpty()
            ? "We spoke on %s.".formatted(DAY.format(day))
            : "I spoke with %s on %s.".formatted(met, DAY.format(day)));
    add(lines, "What matters most to them: %s", debrief.said("priorities.first"));
    add(lines, "What worries them: %s", joined(debrief.said("concerns.said")));
    add(lines, "I promised: %s", joined(String.join("\n", ours)));
    add(lines, "The next step: %s", debrief.said("next.step"));
    var named = debrief.said("next.day");
    if (!named.isEmpty()) {
      lines.add("They named %s for it.".formatted(DAY.format(LocalDate.parse(named))));
    }
    lines.add("Thank you for bringing us together.");
    return new Letter(about, letter(lines, me));
  }

  /** Asks a client for their version, with the candidate’s name and nothing of what was told. */
  static Letter toClient(DebriefSheet sheet, String name, LocalDate day, String me) {
    var whom = sheet.candidate().isEmpty() ? "the candidate" : sheet.candidate();
    return new Letter(
        "%s: how was it?".formatted(whom),
        letter(
            List.of(
                "%s, you met %s on %s.".formatted(first(name), whom, DAY.format(day)),
                "Three lines are enough: what convinced you, what did not, and what is next by"
                    + " which day.",
                "A no with its reason helps as much as a yes: %s gave you time, and I want to tell them the truth."
                    .formatted(whom)),
            me));
  }

  private static String letter(List<String> lines, String me) {
    return String.join("\n\n", lines) + "\n\n" + me;
  }

  private static void add(List<String> lines, String sentence, String words) {
    if (!words.isBlank()) {
      lines.add(sentence.formatted(ended(words)));
    }
  }

  private static String joined(String lines) {
    return lines
        .lines()
        .map(it -> it.strip().replaceAll("[.;]+$", ""))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String ended(String words) {
    var stripped = words.strip();
    return stripped.matches("(?s).*[.!?]$") ? stripped : stripped + ".";
  }

  private static String first(String name) {
    return name.strip().replaceAll("\\s.*$", "");
  }
}
