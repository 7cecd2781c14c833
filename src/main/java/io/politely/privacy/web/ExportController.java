package io.politely.privacy.web;

import io.politely.accounts.SignedIn;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.privacy.PersonExport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Hands out everything that is held about somebody. */
@Controller
class ExportController {

  private final PersonExport export;
  private final People people;

  ExportController(PersonExport export, People people) {
    this.export = export;
    this.people = people;
  }

  /** As it is put together: the first bytes are there before the last message is found. */
  @GetMapping("/people/{id}/export")
  void export(SignedIn me, @PathVariable UUID id, HttpServletResponse response) throws IOException {
    var person =
        people
            .person(me.workspace(), new PersonId(id))
            .orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such person here."));
    response.setContentType("application/zip");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("person.zip").build().toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    export.write(me.workspace(), person.id(), response.getOutputStream());
  }
}
