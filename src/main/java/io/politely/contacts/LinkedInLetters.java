package io.politely.contacts;

import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactFile.Refused;
import io.politely.people.Profile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The people in LinkedIn's messages.csv and Invitations.csv. One of them is the user: whoever is
 * part of every row.
 */
final class LinkedInLetters implements TableRows {

  private static final int MOST_RECIPIENTS = 200;

  private final Columns columns;
  private final Set<String> others;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Integer> rowsOf = new HashMap<>();
  private int rows;

  private LinkedInLetters(Columns columns, Set<String> others) {
    this.columns = columns;
    this.others = Set.copyOf(others);
  }

  /**
   * Ready for the rows under a header; empty where it is another one.
   *
   * @param others profiles that are surely not the user's own
   */
  static Optional<LinkedInLetters> under(List<String> header, Set<String> others) {
    return Columns.of(header).map(columns -> new LinkedInLetters(columns, others));
  }

  @Override
  public void add(List<String> cells) {
    var parties = new HashSet<String>();
    meet(columns.cell(cells, columns.from()), columns.cell(cells, columns.fromProfile()), parties);
    meet(columns.cell(cells, columns.to()), columns.cell(cells, columns.toProfiles()), parties);
    if (!parties.isEmpty()) {
      rows++;
      parties.forEach(party -> rowsOf.merge(party, 1, Integer::sum));
    }
  }

  /** Everybody but the user; refused where any of two could be the user. */
  ContactFile people() {
    var own =
        names.keySet().stream()
            .filter(url -> rowsOf.getOrDefault(url, 0) == rows && !others.contains(url))
            .toList();
    if (names.size() > 1 && own.size() != 1) {
      return new Refused(
          "These messages do not tell which of their people you are: import the whole .zip of the"
              + " export.");
    }
    return new OfPeople(
        "linkedin",
        names.entrySet().stream()
            .filter(person -> !own.contains(person.getKey()))
            .map(person -> contact(person.getValue(), person.getKey()))
            .toList(),
        0,
        List.of());
  }

  /** The names of several recipients stand in one cell, and a name may have a comma too. */
  private void meet(String called, String profiles, Set<String> parties) {
    var urls =
        Stream.of(profiles.split(",", -1))
            .limit(MOST_RECIPIENTS)
            .flatMap(url -> Profile.at(url).stream())
            .map(Profile::url)
            .toList();
    var each = called.split(",", -1);
    for (int i = 0; i < urls.size(); i++) {
      var name = urls.size() == 1 ? called : each.length == urls.size() ? each[i] : "";
      names.merge(urls.get(i), name.strip(), (known, now) -> known.isEmpty() ? now : known);
      parties.add(urls.get(i));
    }
  }

  private static Contact contact(String name, String url) {
    return new Contact(name, List.of(), "", "", List.of(), List.of(url), "", List.of(), null);
  }

  /** Where in a row the two sides stand; -1: nowhere. */
  private record Columns(int from, int fromProfile, int to, int toProfiles) {

    static Optional<Columns> of(List<String> header) {
      var names = header.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
      var columns =
          new Columns(
              names.indexOf("from"),
              first(names, "sender profile url", "inviterprofileurl"),
              names.indexOf("to"),
              first(names, "recipient profile urls", "inviteeprofileurl"));
      return columns.from() >= 0 && columns.fromProfile() >= 0 && columns.to() >= 0
          ? Optional.of(columns)
          : Optional.empty();
    }

    private static int first(List<String> header, String... names) {
      return Arrays.stream(names)
          .mapToInt(header::indexOf)
          .filter(i -> i >= 0)
          .findFirst()
          .orElse(-1);
    }

    String cell(List<String> row, int column) {
      return column >= 0 && column < row.size() ? row.get(column) : "";
    }
  }
}
