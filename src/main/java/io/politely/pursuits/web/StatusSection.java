package io.politely.pursuits.web;

import io.politely.people.PersonId;
import io.politely.pursuits.Part;
import io.politely.pursuits.StatusAnswer;
import io.politely.pursuits.StatusLink;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The status pages of a pursuit, on its own page.
 *
 * @param people whom one can be made for
 * @param fresh the whole address of the one that was just made, to be copied now; or ""
 */
public record StatusSection(String path, List<Choice> people, List<Line> pages, String fresh) {

  private static final List<Integer> DAYS = List.of(7, 30, 60, 90, 180);

  /** For how long one holds, where nothing else is chosen. */
  static final int USUAL_DAYS = 60;

  public StatusSection {
    people = List.copyOf(people);
    pages = List.copyOf(pages);
  }

  /** Somebody to make one for. */
  public record Choice(String id, String name) {}

  /**
   * A status page.
   *
   * @param revoke the path that ends it, or "" where it ended
   * @param state "open", "expired" or "revoked"
   */
  public record Line(
      String name, When made, When until, String state, String revoke, List<Said> answers) {

    public Line {
      answers = List.copyOf(answers);
    }
  }

  /** What they answered there. */
  public record Said(When at, String interest, String changed) {}

  /** For how many days one may hold. */
  public List<Integer> days() {
    return DAYS;
  }

  /** Whether that is the usual number of days. */
  public boolean isUsual(int days) {
    return days == USUAL_DAYS;
  }

  /**
   * The section.
   *
   * @param pursuit the path of the pursuit
   * @param names of everybody in it
   */
  static StatusSection of(
      String pursuit,
      List<Part> parts,
      List<StatusLink> links,
      Map<PersonId, String> names,
      String fresh,
      Instant now,
      ZoneId zone) {
    return new StatusSection(
        pursuit + "/status-pages",
        parts.stream()
            .map(it -> new Choice(it.person().toString(), name(names, it.person())))
            .toList(),
        links.stream().map(it -> line(it, names, now, zone)).toList(),
        fresh);
  }

  private static Line line(StatusLink link, Map<PersonId, String> names, Instant now, ZoneId zone) {
    boolean isOpen = link.isOpen(now);
    var ended = link.revokedAt() == null ? "expired" : "revoked";
    return new Line(
        name(names, link.person()),
        When.of(link.madeAt(), now, zone),
        When.of(link.expiresAt(), now, zone),
        isOpen ? "open" : ended,
        isOpen ? "/status-pages/" + link.id() : "",
        link.answers().stream().map(it -> said(it, now, zone)).toList());
  }

  private static Said said(StatusAnswer answer, Instant now, ZoneId zone) {
    return new Said(When.of(answer.at(), now, zone), interest(answer.interest()), answer.changed());
  }

  private static String name(Map<PersonId, String> names, PersonId id) {
    return names.getOrDefault(id, "Somebody");
  }

  /** What a yes or a no says, or "". */
  static String interest(String word) {
    return switch (word) {
      case "yes" -> "still interested";
      case "no" -> "not interested any more";
      default -> "";
    };
  }
}
