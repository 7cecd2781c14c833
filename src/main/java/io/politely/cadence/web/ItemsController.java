package io.politely.cadence.web;

import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.cadence.ItemId;
import io.politely.cadence.ValueItem;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** The library of value items. */
@Controller
class ItemsController {

  private static final String HERE = "/value-items";

  private final Cadence cadence;
  private final Templates templates;
  private final Clock clock;

  ItemsController(Cadence cadence, Templates templates, Clock clock) {
    this.cadence = cadence;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping(HERE)
  Answer list(SignedIn me, Frame frame) {
    return Answer.page(templates.cadenceItems(frame, page(me, ItemForm.EMPTY)));
  }

  @PostMapping(HERE)
  Answer add(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String link) {
    var form = new ItemForm(kind, title, words, link, "").checked();
    if (!form.problem().isEmpty()) {
      return Answer.problem(templates.cadenceItems(frame, page(me, form)));
    }
    var of = ValueItem.Kind.of(kind).orElseThrow();
    var id = cadence.addItem(me.workspace(), of, title, words, link, me.member(), clock.instant());
    return Answer.seeOther(HERE, Toast.undoable("Added.", path(id)));
  }

  @GetMapping(HERE + "/{id}")
  Answer show(SignedIn me, Frame frame, @PathVariable UUID id) {
    var item = known(me, id);
    return Answer.page(templates.cadenceItem(frame, page(item, ItemForm.of(item))));
  }

  @PutMapping(HERE + "/{id}")
  Answer change(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String link) {
    var item = known(me, id);
    var form = new ItemForm(kind, title, words, link, "").checked();
    if (!form.problem().isEmpty()) {
      return Answer.problem(templates.cadenceItem(frame, page(item, form)));
    }
    cadence.changeItem(me.workspace(), form.item(item.id()).orElseThrow());
    return Answer.seeOther(HERE, Toast.saying("Changed. What went out stays as it was."));
  }

  @DeleteMapping(HERE + "/{id}")
  Answer remove(SignedIn me, @PathVariable UUID id) {
    var item = new ItemId(id);
    if (!cadence.removeItem(me.workspace(), item, clock.instant())) {
      throw missing();
    }
    return Answer.seeOther(HERE, Toast.undoable("Removed.", path(item) + "/removal"));
  }

  @DeleteMapping(HERE + "/{id}/removal")
  Answer bringBack(SignedIn me, @PathVariable UUID id) {
    if (!cadence.bringItemBack(me.workspace(), new ItemId(id))) {
      throw missing();
    }
    return Answer.seeOther(HERE, Toast.saying("It is back."));
  }

  private ItemsPage page(SignedIn me, ItemForm form) {
    return new ItemsPage(
        cadence.items(me.workspace()).stream().map(ItemsPage.Row::of).toList(), form);
  }

  private static ItemPage page(ValueItem item, ItemForm form) {
    return new ItemPage(path(item.id()), item.title(), form);
  }

  private ValueItem known(SignedIn me, UUID id) {
    return cadence.items(me.workspace()).stream()
        .filter(item -> item.id().value().equals(id))
        .findFirst()
        .orElseThrow(ItemsController::missing);
  }

  private static String path(ItemId id) {
    return HERE + "/" + id;
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "There is no such value item in your library.");
  }
}
