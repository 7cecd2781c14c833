package io.politely.today.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.politely.contacts.Fact;
import io.politely.contacts.FactKind;
import io.politely.contacts.Seniority;
import io.politely.people.PersonAddress;
import io.politely.people.Profile;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What is kept about somebody beside mail, as their page shows it. */
public record KnownFacts(
    List<Kept> roles, List<Kept> reaches, List<Noted> notes, List<Kept> tags, List<Only> only) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  public KnownFacts {
    roles = List.copyOf(roles);
    reaches = List.copyOf(reaches);
    notes = List.copyOf(notes);
    tags = List.copyOf(tags);
    only = List.copyOf(only);
  }

  /**
   * @param path that of the person
   * @param addresses shown anyway: what only repeats them is left out
   * @param only what only one holds of
   * @param seniority the level that a job title tells
   * @param notes makes HTML of a note
   */
  static KnownFacts of(
      String path,
      List<Fact> facts,
      List<PersonAddress> addresses,
      List<Only> only,
      Function<String, Optional<Seniority>> seniority,
      UnaryOperator<String> notes,
      Instant now,
      ZoneId zone) {
    var shown = addresses.stream().map(address -> address.address().value()).collect(toSet());
    return new KnownFacts(
        told(facts, FactKind.ROLE)
            .sorted(
                Comparator.comparing((Fact fact) -> fact.told().end().isPresent())
                    .thenComparing(Fact::at, Comparator.reverseOrder()))
            .map(fact ->
                kept(
                    path,
                    fact,
                    role(fact.told()),
                    "",
                    joined(
                        times(fact.told()),
                        seniority.apply(fact.told().words()).map(KnownFacts::said).orElse(""),
                        source(fact))))
            .toList(),
        Stream.of(FactKind.PHONE, FactKind.LINK, FactKind.MAIL)
            .flatMap(kind -> told(facts, kind))
            .filter(fact -> !shown.contains(fact.told().words()))
            .map(fact -> reached(path, fact))
            .toList(),
        told(facts, FactKind.NOTE)
            .sorted(Comparator.comparing(Fact::at).reversed())
            .map(fact ->
                new Noted(
                    notes.apply(fact.told().words()),
                    source(fact),
                    path(path, fact),
                    When.of(fact.at(), now, zone)))
            .toList(),
        told(facts, FactKind.TAG)
            .map(fact -> kept(path, fact, fact.told().words(), "", source(fact)))
            .toList(),
        only);
  }

  private static String times(Fact.Told told) {
    var since = told.since().map(DAY::format);
    var until = told.end().map(DAY::format);
    return until.isPresent()
        ? since.map(day -> day + " to ").orElse("Until ") + until.get()
        : since.map(day -> "Since " + day).orElse("");
  }

  private static String said(Seniority seniority) {
    return "%s, by “%s”".formatted(seniority.said(), seniority.evidence());
  }

  /** Where a fact comes from, unless from the user. */
  private static String source(Fact fact) {
    return fact.file().isEmpty() ? "" : "from " + fact.file();
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining(" · "));
  }

  private static Stream<Fact> told(List<Fact> facts, FactKind kind) {
    return facts.stream().filter(fact -> fact.told().kind() == kind);
  }

  static String role(Fact.Told told) {
    if (told.words().isEmpty()) {
      return told.company();
    }
    return told.company().isEmpty() ? told.words() : told.words() + ", " + told.company();
  }

  private static Kept reached(String path, Fact fact) {
    var words = fact.told().words();
    var since =
        joined(
            fact.told().since().map(day -> "Connected on " + DAY.format(day)).orElse(""),
            source(fact));
    return switch (fact.told().kind()) {
      case PHONE ->
          kept(
              path,
              fact,
              words,
              "tel:" + words.replaceAll("[^+0-9]", ""),
              joined("Phone", source(fact)));
      case MAIL -> kept(path, fact, words, "", "Further address in a file");
      case LINK ->
          Profile.at(words)
              .map(profile -> kept(path, fact, profile.text(), profile.url(), since))
              .orElseGet(() -> kept(path, fact, words, safe(words), since));
      case ROLE, NOTE, TAG, ZONE, LANGUAGE, BASIS, MET -> kept(path, fact, words, "", "");
    };
  }

  /** What a file calls a link may be anything, a script too. */
  private static String safe(String link) {
    return link.matches("(?i)https?://[^\\s\"<>]+") ? link : "";
  }

  private static Kept kept(String path, Fact fact, String text, String href, String detail) {
    return new Kept(text, href, detail, path(path, fact));
  }

  private static String path(String person, Fact fact) {
    return person + "/facts/" + fact.id();
  }

  /**
   * Something on one line.
   *
   * @param href where it leads, or "" where that is nothing safe to follow
   * @param path takes a {@code DELETE}
   */
  public record Kept(String text, String href, String detail, String path) {}

  /**
   * Of what only one holds.
   *
   * @param key names the field
   * @param said what is known, with its source; or ""
   * @param words what the user said, or ""
   * @param path takes a {@code PUT}
   */
  public record Only(
      String key,
      String name,
      String said,
      String source,
      String words,
      String hint,
      String path) {}

  /**
   * A note.
   *
   * @param html what it says, with nothing in it that could act
   * @param path takes a {@code DELETE}
   */
  public record Noted(String html, String source, String path, When at) {}
}
