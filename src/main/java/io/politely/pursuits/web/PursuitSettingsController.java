package io.politely.pursuits.web;

import static java.util.stream.Collectors.joining;

import io.politely.accounts.SignedIn;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Stage;
import io.politely.pursuits.StageRules;
import io.politely.pursuits.web.PursuitSettingsPage.Kind;
import io.politely.pursuits.web.PursuitSettingsPage.Law;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** The stages of each kind of pursuit, and the law by which outcomes are due. */
@Controller
class PursuitSettingsController {

  private static final String PATH = "/settings/pursuits";

  private final Pursuits pursuits;
  private final Templates templates;

  PursuitSettingsController(Pursuits pursuits, Templates templates) {
    this.pursuits = pursuits;
    this.templates = templates;
  }

  @GetMapping(PATH)
  Answer show(SignedIn me, Frame frame) {
    return Answer.page(templates.pursuitsSettings(frame, page(me, "")));
  }

  /**
   * Gives a kind other stages.
   *
   * @param stages one name on each line; none: those that it began with
   */
  @PutMapping(PATH + "/stages")
  Answer setStages(
      SignedIn me,
      Frame frame,
      @RequestParam String kind,
      @RequestParam(defaultValue = "") String stages) {
    var of = PursuitKind.of(kind).orElseThrow(() -> unfit("There is no such kind."));
    var before = pursuits.stages(me.workspace(), of);
    try {
      pursuits.setStages(me.workspace(), of, StageRules.renamed(before, stages.lines().toList()));
    } catch (IllegalArgumentException e) {
      return Answer.problem(
          templates.pursuitsSettings(frame, page(me, String.valueOf(e.getMessage()))));
    }
    return Answer.seeOther(
        PATH, Toast.saying("Saved. What is in a stage that is gone stays there."));
  }

  @PutMapping(PATH + "/law")
  Answer setLaw(SignedIn me, @RequestParam(defaultValue = "") String law) {
    if (!pursuits.setLaw(me.workspace(), law)) {
      throw unfit("There is no such law here.");
    }
    return Answer.seeOther(PATH, Toast.saying("Saved."));
  }

  private PursuitSettingsPage page(SignedIn me, String problem) {
    var on = pursuits.law(me.workspace());
    return new PursuitSettingsPage(
        Arrays.stream(PursuitKind.values())
            .map(kind ->
                new Kind(
                    kind.word(),
                    kind.said(),
                    pursuits.stages(me.workspace(), kind).stream()
                        .map(Stage::name)
                        .collect(joining("\n"))))
            .toList(),
        Stream.concat(
                Stream.of(new Law("", "None", on.isEmpty())),
                pursuits.laws().entrySet().stream()
                    .map(it -> new Law(it.getKey(), it.getValue(), it.getKey().equals(on))))
            .toList(),
        problem);
  }

  private static ResponseStatusException unfit(String sentence) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
  }
}
