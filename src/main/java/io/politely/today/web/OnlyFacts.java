package io.politely.today.web;

import io.politely.cadence.TheirHours;
import io.politely.contacts.Fact;
import io.politely.contacts.FactKind;
import io.politely.contacts.OwnField;
import io.politely.contacts.TheirZone;
import io.politely.mail.Voice;
import io.politely.today.web.KnownFacts.Only;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What only one holds of: what the user said, else what their letters tell.
 *
 * @param path that of the person
 * @param fields those of the workspace's own
 * @param values what these hold of the person
 * @param hours when they are written to
 * @param voices what their newest letters tell of them
 * @param first when they first wrote, if they did
 */
record OnlyFacts(
    String path,
    List<Fact> facts,
    List<OwnField> fields,
    Map<UUID, OwnField.Value> values,
    Optional<TheirZone> zone,
    TheirHours hours,
    List<Voice> voices,
    Optional<Instant> first,
    Instant now,
    ZoneId here) {

  OnlyFacts {
    facts = List.copyOf(facts);
    fields = List.copyOf(fields);
    values = Map.copyOf(values);
    voices = List.copyOf(voices);
  }

  List<Only> all() {
    return Stream.concat(known().stream(), fields.stream().map(this::own)).toList();
  }

  private Only own(OwnField field) {
    var value = values.get(field.id());
    var words = value == null ? "" : value.words();
    return new Only(
        field.id().toString(),
        field.name(),
        words,
        words.isEmpty() ? "" : "as you said",
        words,
        switch (field.type()) {
          case TEXT -> "any words";
          case NUMBER -> "38.5";
          case DATE -> "2026-06-26";
          case YES_NO -> "yes";
        },
        path + "/fields/" + field.id());
  }

  private List<Only> known() {
    return List.of(
        only(
            FactKind.ZONE,
            "Time zone",
            zone.map(TheirZone::said).orElse(""),
            zone.map(TheirZone::source).orElse(""),
            "Europe/Paris, or UTC-5"),
        only(FactKind.LANGUAGE, "Language", language(), languageSource(), "German"),
        only(
            FactKind.MET,
            "How we met",
            first.map(at -> "First wrote to you on " + When.of(at, now, here).day()).orElse(""),
            first.map(_ -> "from their first letter here").orElse(""),
            "At the conference in Lyon, through Alan"),
        only(
            FactKind.BASIS,
            "Why this may be kept",
            "",
            "",
            "They applied to us; legitimate interest"),
        new Only(
            "hours",
            "Working hours",
            hours.said(),
            hours.typed().isEmpty() ? "as the policy has it" : "as you said, within the policy",
            hours.typed(),
            "9-13, 15:30-18",
            path + "/hours"));
  }

  private Only only(FactKind kind, String name, String known, String source, String example) {
    var words = words(kind);
    boolean isTheirs = !words.isEmpty();
    return new Only(
        kind.word(),
        name,
        isTheirs ? words : known,
        isTheirs ? "as you said" : source,
        words,
        example,
        path + "/" + kind.word());
  }

  /** What the user said last. */
  private String words(FactKind kind) {
    return facts.stream()
        .filter(fact -> fact.told().kind() == kind)
        .max(Comparator.comparing(Fact::at))
        .map(fact -> fact.told().words())
        .orElse("");
  }

  /** The one in which most of their newest letters are written; of two the newer. */
  private String language() {
    var written = written();
    return written.stream()
        .distinct()
        .max(
            Comparator.comparingLong((String one) -> written.stream().filter(one::equals).count())
                .thenComparing(written::indexOf, Comparator.reverseOrder()))
        .orElse("");
  }

  private String languageSource() {
    long in = written().stream().filter(language()::equals).count();
    return in == 0
        ? ""
        : in == 1 ? "from a letter of theirs" : "from %d of their letters".formatted(in);
  }

  private List<String> written() {
    var languages = new ArrayList<String>();
    for (var voice : voices) {
      var language = voice.language();
      if (language != null) {
        languages.add(language);
      }
    }
    return languages;
  }
}
