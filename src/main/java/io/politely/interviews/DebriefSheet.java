package io.politely.interviews;

import io.politely.calendar.Meeting;
import io.politely.interviews.DebriefRules.Met;
import io.politely.people.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A debrief with all that its pages need.
 *
 * @param called what the meeting is called: its title, or what it was about
 * @param pursuit what the pursuit is called, or ""
 * @param candidate the name of the candidate whom it is about, or ""
 * @param invited who was to come, and was not brought by the user
 */
public record DebriefSheet(
    Debrief debrief,
    Interview interview,
    @Nullable Meeting meeting,
    String called,
    String pursuit,
    String candidate,
    List<Met> invited,
    DebriefBank bank) {

  public DebriefSheet {
    invited = List.copyOf(invited);
  }

  /** The same with what was typed and could not be kept, for a page that shows it again. */
  public DebriefSheet typed(Collection<DebriefAnswer> answers) {
    return new DebriefSheet(
        debrief.with(answers), interview, meeting, called, pursuit, candidate, invited, bank);
  }

  /** Which questions it asks. */
  public DebriefRules rules() {
    return new DebriefRules(bank, interview.seat(), invited);
  }

  /** Everybody who was there. */
  public List<Met> met() {
    return rules().met(debrief.answers());
  }

  /** Those of them who are known. */
  List<PersonId> known() {
    return invited.stream()
        .filter(it -> met().contains(it))
        .map(it -> new PersonId(UUID.fromString(it.about())))
        .toList();
  }
}
