package io.politely.pursuits.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.politely.accounts.SignedIn;
import io.politely.kernel.Formulas;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.pursuits.Decided;
import io.politely.pursuits.NewOutcome;
import io.politely.pursuits.Notice;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Result;
import io.politely.pursuits.TellingState;
import io.politely.pursuits.Way;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Who waits for whom, silence as an answer, and the log of what was told. */
@Controller
class OwedController {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");
  private static final List<String> HEADER =
      List.of(
          "Name",
          "Address",
          "Outcome",
          "Reason told",
          "Decided",
          "Told by",
          "What became of it",
          "On",
          "Problem");

  private final Pursuits pursuits;
  private final PursuitPages pages;
  private final People people;
  private final Templates templates;
  private final Clock clock;

  OwedController(
      Pursuits pursuits, PursuitPages pages, People people, Templates templates, Clock clock) {
    this.pursuits = pursuits;
    this.pages = pages;
    this.people = people;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/pursuits/owed")
  Answer owed(SignedIn me, Frame frame) {
    return Answer.page(templates.pursuitsOwed(frame, pages.owed(me)));
  }

  /** They owe an outcome and say nothing: that is taken as one. */
  @PostMapping("/pursuits/{id}/people/{person}/silence")
  Answer silence(
      SignedIn me,
      @PathVariable UUID id,
      @PathVariable UUID person,
      @RequestParam(defaultValue = "") String back) {
    var pursuit = pages.required(me, id);
    var decided =
        pursuits.decide(
            me.workspace(),
            pursuit.id(),
            pages.required(me, pursuit, person).person(),
            new NewOutcome(false, Result.SILENT, "", null),
            me.member(),
            clock.instant());
    return switch (decided) {
      case Decided.InForce(var outcome) ->
          Answer.seeOther(
              back.isEmpty() ? PursuitController.path(pursuit.id()) : back,
              Toast.undoable("Their silence is their answer.", "/outcomes/" + outcome));
      case Decided.Refused(var why) ->
          throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, why);
    };
  }

  /** The log of notices as a table: who was told what, how and when. */
  @GetMapping("/pursuits/{id}/notices.csv")
  ResponseEntity<byte[]> notices(SignedIn me, @PathVariable UUID id) throws IOException {
    var pursuit = pages.required(me, id);
    var notices = pursuits.notices(me.workspace(), pursuit.id());
    var persons =
        people.persons(me.workspace(), notices.stream().map(Notice::person).distinct().toList());
    var table = new StringWriter().append('\ufeff');
    try (var csv = CsvWriter.builder().build(table)) {
      csv.writeRecord(HEADER);
      notices.forEach(notice -> csv.writeRecord(cells(notice, persons, me.zone())));
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("notices.csv", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(table.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> cells(Notice notice, Map<PersonId, Person> persons, ZoneId zone) {
    return Stream.of(
            PursuitPages.name(persons, notice.person()),
            PursuitPages.address(persons, notice.person()),
            notice.result().said() + (notice.isTakenBack() ? " (taken back)" : ""),
            notice.reason(),
            moment(notice.decidedAt(), zone),
            Optional.ofNullable(notice.way()).map(Way::said).orElse("not told"),
            Optional.ofNullable(notice.state()).map(TellingState::said).orElse(""),
            moment(notice.at(), zone),
            notice.problem())
        .map(Formulas::disarm)
        .toList();
  }

  private static String moment(@Nullable Instant at, ZoneId zone) {
    return at == null ? "" : MOMENT.format(at.atZone(zone));
  }
}
