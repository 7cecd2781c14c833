package io.politely.cadence.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.cadence.LanguageModel;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/**
 * Which language model may be asked to rewrite a draft. Only the owner says so: it is sent text.
 */
@Controller
class ModelController {

  private static final String HERE = "/settings/model";

  private final Cadence cadence;
  private final Accounts accounts;
  private final Templates templates;
  private final Clock clock;

  ModelController(Cadence cadence, Accounts accounts, Templates templates, Clock clock) {
    this.cadence = cadence;
    this.accounts = accounts;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping(HERE)
  Answer show(SignedIn me, Frame frame) {
    ownerOnly(me);
    var model = cadence.model(me.workspace());
    return Answer.page(
        templates.cadenceModel(
            frame,
            new ModelPage(
                model.isPresent(),
                model.map(it -> it.endpoint().toString()).orElse(""),
                model.map(LanguageModel::name).orElse(""),
                cadence.modelHasKey(me.workspace()),
                "")));
  }

  /**
   * Sets it up.
   *
   * @param key "": the present one, where the endpoint stays the same
   */
  @PutMapping(HERE)
  Answer set(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String endpoint,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String key) {
    ownerOnly(me);
    var model = LanguageModel.parse(endpoint, name);
    boolean isKey = key.strip().matches("[!-~]{0,500}");
    if (model.isEmpty() || !isKey) {
      return Answer.problem(
          templates.cadenceModel(
              frame,
              new ModelPage(
                  cadence.model(me.workspace()).isPresent(),
                  endpoint,
                  name,
                  cadence.modelHasKey(me.workspace()),
                  isKey
                      ? "Enter the whole address, which begins with https://, and the name of the"
                          + " model."
                      : "A key has no spaces, and at most 500 characters.")));
    }
    cadence.setModel(me.workspace(), model.get(), key.strip(), clock.instant());
    return Answer.seeOther(HERE, Toast.saying("Saved. It is asked only when somebody says so."));
  }

  @DeleteMapping(HERE)
  Answer remove(SignedIn me) {
    ownerOnly(me);
    cadence.removeModel(me.workspace());
    return Answer.seeOther(HERE, Toast.saying("Turned off. Its key is forgotten."));
  }

  private void ownerOnly(SignedIn me) {
    if (!accounts.isOwner(me.workspace(), me.member())) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "Only the owner of a workspace chooses a language model.");
    }
  }
}
