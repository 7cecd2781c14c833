package io.politely.pursuits.web;

import io.politely.pursuits.Stage;
import io.politely.pursuits.web.PursuitPage.Happened;
import io.politely.pursuits.web.PursuitPage.Owed;
import io.politely.pursuits.web.PursuitPage.Somebody;
import java.util.List;

/**
 * Somebody in a pursuit.
 *
 * @param pursuit its name
 * @param path of the pursuit
 * @param today for the fields of days
 */
public record PartPage(
    String pursuit,
    String path,
    Somebody somebody,
    List<Stage> stagesOfCandidates,
    List<Owed> owed,
    StatusSection statusPages,
    List<Happened> history,
    String today,
    String problem) {

  public PartPage {
    stagesOfCandidates = List.copyOf(stagesOfCandidates);
    owed = List.copyOf(owed);
    history = List.copyOf(history);
  }
}
