package io.politely.pursuits;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which stage is meant by what another program calls one, in English or German. */
final class JobStages {

  /** The job ended: it is handed to the close-out gate. */
  static final String ENDED = "ended";

  /** The first one that is found tells; what ended is looked for first. */
  private static final List<Map.Entry<Pattern, String>> MEANT =
      List.of(
          meant(
              "reject|declin|withdr|not selected|no offer|no longer|lost|archiv|closed|ghosted|"
                  + "no response|passed|absage|abgelehnt|beendet|zurückgezogen",
              ENDED),
          meant("offer|accepted|hired|negotiat|signed|angebot|zusage", "offer"),
          meant("final|last round|endrunde", "final"),
          meant("screen|phone|recruiter call|intro call|telefon|hr call", "screen"),
          meant(
              "interview|onsite|on-site|on site|technical|panel|assessment|gespräch", "interview"),
          meant(
              "to apply|not applied|wish|sav|bookmark|interest|backlog|to do|todo|to-do|research|"
                  + "idea|lead|found|gemerkt|gespeichert|offen",
              "found"),
          meant("appl|submitted|sent|waiting|beworben|bewerbung", "applied"));

  private JobStages() {}

  /** By its name, or by what is usually meant; empty where it cannot be told. */
  static Optional<String> guess(String called, List<Stage> stages) {
    var folded = called.strip().toLowerCase(Locale.ROOT);
    return stages.stream()
        .filter(stage -> stage.name().equalsIgnoreCase(folded) || stage.word().equals(folded))
        .map(Stage::word)
        .findFirst()
        .or(() ->
            MEANT.stream()
                .filter(it -> it.getKey().matcher(folded).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .filter(word ->
                    word.equals(ENDED)
                        || stages.stream().anyMatch(stage -> stage.word().equals(word))));
  }

  /** As it is remembered. */
  static String folded(String called) {
    return called.strip().toLowerCase(Locale.ROOT);
  }

  private static Map.Entry<Pattern, String> meant(String words, String stage) {
    return Map.entry(Pattern.compile(words), stage);
  }
}
