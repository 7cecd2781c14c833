package io.politely.pursuits.web;

import io.politely.pursuits.MaterialKind;
import io.politely.pursuits.Role;
import io.politely.pursuits.Stage;
import io.politely.pursuits.web.CandidatesPage.Table;
import io.politely.web.Chip;
import io.politely.web.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pursuit.
 *
 * @param pause until when it rests, or ""
 * @param again when its people are written to again
 * @param hanging who keeps it from closing, a sentence, or ""
 * @param owed the outcomes that are owed, but to the candidates of a search
 * @param ahead what is planned with its people, the next first; then with whom nothing is
 * @param idle with how many more nothing is, a sentence, or ""
 * @param candidates the most urgent ones of a search; null for other kinds
 * @param people everybody else in it
 * @param stagesOfCandidates for a search
 * @param today for the fields of days
 */
public record PursuitPage(
    String path,
    String kind,
    String title,
    String company,
    String source,
    Chip state,
    String pause,
    boolean isOver,
    Again again,
    String stage,
    List<Stage> stages,
    String hanging,
    List<Owed> owed,
    List<Ahead> ahead,
    String idle,
    @Nullable Table candidates,
    List<Somebody> people,
    List<Stage> stagesOfCandidates,
    List<Asked> requirements,
    List<Used> materials,
    List<Line> conversations,
    String postingUrl,
    String posting,
    String notes,
    StatusSection statusPages,
    List<Happened> history,
    String today,
    String problem) {

  public PursuitPage {
    stages = List.copyOf(stages);
    owed = List.copyOf(owed);
    ahead = List.copyOf(ahead);
    people = List.copyOf(people);
    stagesOfCandidates = List.copyOf(stagesOfCandidates);
    requirements = List.copyOf(requirements);
    materials = List.copyOf(materials);
    conversations = List.copyOf(conversations);
    history = List.copyOf(history);
  }

  /**
   * When its people are written to again.
   *
   * @param day in words, or ""
   * @param date the same for a field
   */
  public record Again(String day, String date, String why) {}

  /**
   * What comes next with somebody.
   *
   * @param path where it is shown, or begun
   * @param look the suffix of its chip, or "" where nothing is planned
   */
  public record Ahead(
      String name, String path, String what, String why, String look, @Nullable When at) {}

  /** The roles to choose from. */
  public List<Role> roles() {
    return List.of(Role.values());
  }

  /**
   * An outcome that is owed, by us or to us.
   *
   * @param since when the time was given that it is owed for
   * @param ask the path of a letter that asks for it, or ""
   * @param silence the path that takes their silence as an answer, or ""
   */
  public record Owed(
      String name,
      String path,
      String pursuit,
      String pursuitPath,
      boolean byUs,
      String reason,
      When since,
      When due,
      String row,
      String ask,
      String silence) {}

  /**
   * Somebody in it.
   *
   * @param path of what is known of them in this pursuit
   * @param personPath of what is known of them at all
   * @param stage of a candidate, or ""
   * @param outcome how it ended for them and whether they know, a sentence, or ""
   * @param undecide the path that takes the outcome back, or ""
   */
  public record Somebody(
      String id,
      String name,
      String path,
      String personPath,
      String address,
      String role,
      boolean isCandidate,
      String stage,
      List<Given> times,
      String outcome,
      boolean isTold,
      String tell,
      String undecide) {

    public Somebody {
      times = List.copyOf(times);
    }
  }

  /** Time that somebody gave, or we gave them. */
  public record Given(String what, When when, String path) {}

  /** Something that is asked for. */
  public record Asked(String words, String path) {}

  /** A conversation with somebody in it, and whose move it is there. */
  public record Line(String subject, String path, String reason, When last, String apart) {}

  /** Something that was shown or sent for it. */
  public record Used(String what, String name, When when, String path) {}

  /** Where calls and meetings about it are logged; this module knows no more of them. */
  public String touches() {
    return "/touches?pursuit=" + path.substring(path.lastIndexOf('/') + 1);
  }

  /** Where its meetings were told of; this module knows no more of them. */
  public String debriefs() {
    return "/debriefs?pursuit=" + path.substring(path.lastIndexOf('/') + 1);
  }

  /** The kinds of materials to choose from. */
  public List<MaterialKind> materialKinds() {
    return List.of(MaterialKind.values());
  }

  /** Something that happened. */
  public record Happened(When when, String sentence, String by) {}
}
