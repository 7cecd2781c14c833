package io.politely.people.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.accounts.SignedIn;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.people.Renamed;
import io.politely.web.Answer;
import io.politely.web.Toast;
import java.net.URLEncoder;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Gives people names, and takes them back. */
@Controller
class PersonNameController {

  private final People people;

  PersonNameController(People people) {
    this.people = people;
  }

  /** Calls somebody {@code name}; blank: as messages call them. */
  @PutMapping("/people/{person}/name")
  Answer rename(
      SignedIn me,
      @PathVariable UUID person,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String back) {
    var renamed = called(me, person, name);
    return Answer.seeOther(
        to(back, renamed), Toast.undoable(said(name), path(renamed) + "/name" + before(renamed)));
  }

  /** Calls somebody as {@code before}, or as messages call them. */
  @DeleteMapping("/people/{person}/name")
  Answer takeBack(
      SignedIn me,
      @PathVariable UUID person,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String back) {
    return Answer.seeOther(to(back, called(me, person, before)), Toast.saying(said(before)));
  }

  private Renamed called(SignedIn me, UUID person, String name) {
    return people
        .rename(me.workspace(), new PersonId(person), name)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String said(String name) {
    return name.isBlank()
        ? "Called as in their messages."
        : "Called “" + name.strip() + "” from now on.";
  }

  private static String before(Renamed renamed) {
    return renamed.before().map(name -> "?before=" + URLEncoder.encode(name, UTF_8)).orElse("");
  }

  private static String to(String back, Renamed renamed) {
    return back.isEmpty() ? path(renamed) : back;
  }

  private static String path(Renamed renamed) {
    return "/people/" + renamed.person();
  }
}
