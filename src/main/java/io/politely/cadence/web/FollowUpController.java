package io.politely.cadence.web;

import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.cadence.Cadence.Approving;
import io.politely.cadence.Cadence.Starting;
import io.politely.cadence.FollowUpId;
import io.politely.cadence.FollowUpLetter;
import io.politely.cadence.ItemId;
import io.politely.cadence.ModelGateway;
import io.politely.cadence.Planned;
import io.politely.database.NewIds;
import io.politely.ledger.SnoozeChoice;
import io.politely.outbox.DraftId;
import io.politely.outbox.Outbox;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.pursuits.PursuitId;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Moments;
import io.politely.web.OwnPath;
import io.politely.web.Toast;
import io.politely.web.Typed;
import io.politely.wording.RewriteAnswer;
import io.politely.wording.RewriteRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Follow-ups: what is due, one of them, and how one begins and ends. */
@Controller
class FollowUpController {

  private static final String HERE = "/follow-ups";
  private static final int LONGEST_LETTER = 20_000;
  private static final int LONGEST_SUBJECT = 300;
  private static final int LONGEST_WHY = 300;

  /** Enough to know whether a name is one person's. */
  private static final int HELPERS = 5;

  private static final String TOO_OFTEN =
      "Keep in touch as often as the policy has it or seldomer, up to 1,000 business days apart.";

  private final Cadence cadence;
  private final FollowUpPages pages;
  private final ModelGateway models;
  private final People people;
  private final Outbox outbox;
  private final Templates templates;
  private final NewIds ids;
  private final Clock clock;

  FollowUpController(
      Cadence cadence,
      FollowUpPages pages,
      ModelGateway models,
      People people,
      Outbox outbox,
      Templates templates,
      NewIds ids,
      Clock clock) {
    this.cadence = cadence;
    this.pages = pages;
    this.models = models;
    this.people = people;
    this.outbox = outbox;
    this.templates = templates;
    this.ids = ids;
    this.clock = clock;
  }

  @GetMapping(HERE)
  Answer list(SignedIn me, Frame frame) {
    return Answer.page(templates.cadenceFollowUps(frame, pages.list(me)));
  }

  /** What a follow-up would be, for looking at it before it starts. */
  @GetMapping(HERE + "/new")
  Answer fresh(SignedIn me, Frame frame, @RequestParam Map<String, String> fields) {
    return pages
        .fresh(me, new FollowUpForm(fields), "")
        .map(page -> Answer.page(templates.cadenceNew(frame, page)))
        .orElseThrow(() -> missing("There is no such person here."));
  }

  @PostMapping(HERE)
  Answer start(SignedIn me, Frame frame, @RequestParam Map<String, String> fields) {
    var form = new FollowUpForm(fields);
    var person = form.person().orElseThrow(() -> missing("There is no such person here."));
    var fresh = form.fresh(person, form.situation(), me.zone());
    var starting =
        fresh
            .map(it -> cadence.start(me.workspace(), it, me.member(), clock.instant()))
            .orElseGet(() ->
                new Starting.Refused("Choose a day and a number of days, or leave them empty."));
    return switch (starting) {
      case Starting.Started(var id) -> {
        form.asks()
            .ifPresent(it -> cadence.connectorAsked(me.workspace(), it, true, clock.instant()));
        yield Answer.seeOther(
            HERE + "/" + id,
            Toast.undoable("It goes on from here.", HERE + "/" + id + "?why=Taken+back"));
      }
      case Starting.Refused(var sentence) ->
          pages
              .fresh(me, form, sentence)
              .map(page -> Answer.problem(templates.cadenceNew(frame, page)))
              .orElseThrow(() -> missing(sentence));
    };
  }

  @GetMapping(HERE + "/{id}")
  Answer show(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String item) {
    return page(me, frame, id, Typed.uuid(item).map(ItemId::new), null, List.of(), false);
  }

  private Answer page(
      SignedIn me,
      Frame frame,
      UUID id,
      Optional<ItemId> item,
      @Nullable FollowUpLetter changed,
      List<String> problems,
      boolean asksWhy) {
    var page =
        pages
            .one(me, new FollowUpId(id), item, changed, problems, asksWhy)
            .orElseThrow(FollowUpController::noFollowUp);
    var model = templates.cadenceFollowUp(frame, page);
    return problems.isEmpty() ? Answer.page(model) : Answer.problem(model);
  }

  /** Plans the letter that was on the page, as it was changed there. */
  @PostMapping(HERE + "/{id}/approvals")
  Answer approve(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int number,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") String item,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String known,
      @RequestParam(defaultValue = "approve") String then) {
    var now = clock.instant();
    var chosen = Typed.uuid(item).map(ItemId::new);
    var planned = planned(me, id, now);
    var drafted = drafted(me, planned, chosen, now);
    if (drafted == null) {
      return over(me, frame, planned, chosen);
    }
    var letter = changed(drafted, subject, body);
    if (then.equals("compose")) {
      return compose(me, letter, now);
    }
    if (then.equals("rewrite")) {
      return look(me, frame, planned, letter, item);
    }
    if (!drafted.missing().isEmpty() && letter.body().strip().equals(drafted.body().strip())) {
      return page(me, frame, id, chosen, letter, drafted.missing(), false);
    }
    var approving =
        cadence.approve(
            me.workspace(),
            me,
            new FollowUpId(id),
            number,
            letter,
            chosen.orElse(null),
            cut(why.strip(), LONGEST_WHY),
            known(known),
            now);
    return switch (approving) {
      case Approving.Approved(var mail, var dueAt) ->
          Answer.seeOther(HERE, Toast.undoable(leaves(me, dueAt, now), "/outbox/" + mail));
      case Approving.Refused(var sentences, var canBeOverridden) ->
          page(me, frame, id, chosen, letter, sentences, canBeOverridden);
    };
  }

  /** What is to be written: what comes next, or the last word of one that ended in silence. */
  private Planned planned(SignedIn me, UUID id, Instant now) {
    var one = new FollowUpId(id);
    return cadence
        .lastWord(me.workspace(), one, now)
        .or(() -> cadence.followUp(me.workspace(), one, now))
        .orElseThrow(FollowUpController::noFollowUp);
  }

  private Answer over(SignedIn me, Frame frame, Planned planned, Optional<ItemId> chosen) {
    return page(
        me,
        frame,
        planned.followUp().id().value(),
        chosen,
        null,
        List.of("Nothing is due here any more: " + planned.next().reason()),
        false);
  }

  private static FollowUpLetter changed(FollowUpLetter drafted, String subject, String body) {
    return drafted.saying(
        cut(subject, LONGEST_SUBJECT), cut(body.replace("\r\n", "\n"), LONGEST_LETTER));
  }

  /** Shows what a language model would be sent. */
  private Answer look(
      SignedIn me, Frame frame, Planned planned, FollowUpLetter letter, String item) {
    var model = cadence.model(me.workspace()).orElseThrow(() -> missing("There is no model here."));
    var request = RewriteRequest.of(letter.body());
    var person = people.person(me.workspace(), planned.followUp().person());
    return Answer.page(
        templates.cadenceRewrite(
            frame,
            new RewritePage(
                HERE + "/" + planned.followUp().id(),
                person.map(it -> it.name()).orElse("somebody"),
                model.endpoint().toString(),
                model.name(),
                request.instructions(),
                request.letter(),
                models.hash(model, request),
                letter.subject(),
                item)));
  }

  /**
   * Has a language model rewrite the letter, and shows what came back as a draft.
   *
   * @param shown the hash of what was looked at
   */
  @PostMapping(HERE + "/{id}/rewrites")
  Answer rewrite(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") String item,
      @RequestParam(defaultValue = "") String shown) {
    var now = clock.instant();
    var chosen = Typed.uuid(item).map(ItemId::new);
    var planned = planned(me, id, now);
    var drafted = drafted(me, planned, chosen, now);
    if (drafted == null) {
      return over(me, frame, planned, chosen);
    }
    var letter = changed(drafted, subject, body);
    return switch (models.rewrite(me.workspace(), RewriteRequest.of(letter.body()), shown)) {
      case RewriteAnswer.Rewritten(var words) ->
          page(me, frame, id, chosen, letter.saying(letter.subject(), words), List.of(), false);
      case RewriteAnswer.Unusable(var sentence) ->
          page(me, frame, id, chosen, letter, List.of(sentence), false);
    };
  }

  /** Opens the letter where letters are written. */
  private Answer compose(SignedIn me, FollowUpLetter letter, Instant now) {
    var draft = new DraftId(ids.next());
    outbox.saveDraft(
        me.workspace(),
        draft,
        Cadence.text(letter, me, now),
        List.of(),
        List.of(),
        me.member(),
        outbox.known(me.workspace()),
        now);
    return Answer.seeOther("/drafts/" + draft);
  }

  /**
   * Plans all letters that were shown as they were shown.
   *
   * @param letter each as id:number:hash
   */
  @PostMapping(HERE + "/approvals")
  Answer approveAll(
      SignedIn me,
      @RequestParam(name = "letter", defaultValue = "") List<String> letter,
      @RequestParam(defaultValue = "") String known) {
    var now = clock.instant();
    int done = 0;
    var problems = new ArrayList<String>();
    for (var one : letter) {
      var parts = one.split(":", -1);
      var id = parts.length == 3 ? Typed.uuid(parts[0]) : Optional.<UUID>empty();
      if (id.isPresent()) {
        var problem = approveAsShown(me, id.get(), parts[1], parts[2], known(known), now);
        done += problem.isEmpty() ? 1 : 0;
        problem.ifPresent(problems::add);
      }
    }
    var said = done == 1 ? "One letter is planned." : done + " letters are planned.";
    return Answer.seeOther(
        HERE,
        Toast.saying(
            problems.isEmpty()
                ? said + " You can take each back in the outbox."
                : said + " " + problems.getFirst()));
  }

  private Optional<String> approveAsShown(
      SignedIn me, UUID id, String number, String hash, Instant known, Instant now) {
    var planned = cadence.followUp(me.workspace(), new FollowUpId(id), now);
    if (planned.isEmpty()) {
      return Optional.of("One of them is not here.");
    }
    var chosen = pages.items(me, List.of(planned.get()));
    var item = Optional.ofNullable(chosen.get(planned.get().followUp().id()));
    var letter = drafted(me, planned.get(), item, now);
    if (letter == null || !letter.isReady() || !letter.hash().equals(hash)) {
      return Optional.of("One was changed since you looked at it: look at it again.");
    }
    var approving =
        cadence.approve(
            me.workspace(),
            me,
            new FollowUpId(id),
            number.matches("\\d{1,3}") ? Integer.parseInt(number) : -1,
            letter,
            item.orElse(null),
            "",
            known,
            now);
    return approving instanceof Approving.Refused(var sentences, _)
        ? Optional.of(sentences.getFirst())
        : Optional.empty();
  }

  private @Nullable FollowUpLetter drafted(
      SignedIn me, Planned planned, Optional<ItemId> item, Instant now) {
    var id = planned.followUp().id();
    return cadence
        .letters(
            me.workspace(),
            me,
            List.of(planned),
            item.map(it -> Map.of(id, it)).orElse(Map.of()),
            now)
        .get(id);
  }

  private static String leaves(SignedIn me, Instant dueAt, Instant now) {
    return dueAt.isBefore(now.plusSeconds(90))
        ? "It leaves in a moment."
        : "It leaves " + new Moments(now, me.zone()).at(dueAt) + ".";
  }

  @PutMapping(HERE + "/{id}/research")
  Answer research(SignedIn me, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
    var research = new FollowUpForm(fields).research();
    return done(
        id,
        cadence.research(me.workspace(), new FollowUpId(id), research, clock.instant()),
        "Kept.");
  }

  /** Sets it off until a day, and notes the day that they named; an empty field takes it away. */
  @PutMapping(HERE + "/{id}/days")
  Answer days(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String notBefore,
      @RequestParam(defaultValue = "") String promised,
      @RequestParam(required = false) @Nullable String every) {
    LocalDate later;
    LocalDate named;
    Integer days;
    try {
      later = FollowUpForm.day(notBefore);
      named = FollowUpForm.day(promised);
      days = every == null ? null : FollowUpForm.days(every);
    } catch (DateTimeException | NumberFormatException e) {
      return page(
          me,
          frame,
          id,
          Optional.empty(),
          null,
          List.of("Choose a day and a number of days, or leave them empty."),
          false);
    }
    var one = new FollowUpId(id);
    var now = clock.instant();
    boolean isThere =
        cadence.setOff(me.workspace(), one, later, now)
            && cadence.promised(me.workspace(), one, named, now);
    if (isThere && every != null && !cadence.every(me.workspace(), one, days, now)) {
      return page(me, frame, id, Optional.empty(), null, List.of(TOO_OFTEN), false);
    }
    return done(id, isThere, "Planned anew.");
  }

  /**
   * Sets it off until a day.
   *
   * @param until the word of a {@link SnoozeChoice}, or a day as 2026-03-09
   */
  @PostMapping(HERE + "/{id}/snoozes")
  Answer snooze(
      SignedIn me,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = HERE) String back) {
    var now = clock.instant();
    var moments = new Moments(now, me.zone());
    var day =
        FollowUpForm.later(until, moments.today())
            .orElseThrow(() ->
                new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "Choose a day that is still to come."));
    var before = setOff(me, id, day, now);
    return Answer.seeOther(
        OwnPath.of(back),
        Toast.undoable(
            "Nothing is sent before %s.".formatted(moments.day(day)),
            HERE + "/" + id + "/snooze" + (before == null ? "" : "?before=" + before)));
  }

  /** Takes that back: it is set off until {@code before}, or not at all. */
  @DeleteMapping(HERE + "/{id}/snooze")
  Answer wake(SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String before) {
    setOff(
        me,
        id,
        before.isEmpty() ? null : FollowUpForm.date(before).orElseThrow(() -> noFollowUp()),
        clock.instant());
    return Answer.seeOther(HERE + "/" + id, Toast.saying("As it was."));
  }

  private @Nullable LocalDate setOff(SignedIn me, UUID id, @Nullable LocalDate day, Instant now) {
    var one = new FollowUpId(id);
    var before =
        cadence
            .followUp(me.workspace(), one, now)
            .orElseThrow(FollowUpController::noFollowUp)
            .followUp()
            .notBefore();
    if (!cadence.setOff(me.workspace(), one, day, now)) {
      throw noFollowUp();
    }
    return before;
  }

  /** Leads to asking a helper for an introduction, with whom it is about and what it is for. */
  @GetMapping(HERE + "/{id}/introductions")
  Answer introduction(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String who) {
    var followUp =
        cadence
            .followUp(me.workspace(), new FollowUpId(id), clock.instant())
            .orElseThrow(FollowUpController::noFollowUp)
            .followUp();
    var helpers =
        who.isBlank()
            ? List.<Person>of()
            : people
                .persons(me.workspace(), cut(who, LONGEST_WHY), Optional.empty(), HELPERS)
                .items()
                .stream()
                .filter(it -> !it.id().equals(followUp.person()))
                .toList();
    if (helpers.size() != 1) {
      var problem =
          helpers.isEmpty()
              ? "Nobody here is called so. Write their name or address as it is under People."
              : "Several are called so. Write more of the name, or the address.";
      return page(me, frame, id, Optional.empty(), null, List.of(problem), false);
    }
    var target = people.person(me.workspace(), followUp.person());
    return Answer.seeOther(
        "%s/new?person=%s&situation=J4&pursuit=%s&asks=%s&fact=%s"
            .formatted(
                HERE,
                helpers.getFirst().id(),
                followUp.aim().map(PursuitId::toString).orElse(""),
                id,
                URLEncoder.encode(target.map(Person::name).orElse(""), StandardCharsets.UTF_8)));
  }

  /** Says that somebody who knows them was asked, or that nobody does. */
  @PutMapping(HERE + "/{id}/connector")
  Answer connector(
      SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "true") boolean asked) {
    return done(
        id,
        cadence.connectorAsked(me.workspace(), new FollowUpId(id), asked, clock.instant()),
        "Noted.");
  }

  @DeleteMapping(HERE + "/{id}")
  Answer retire(SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String why) {
    if (!cadence.retire(
        me.workspace(), new FollowUpId(id), cut(why, LONGEST_WHY), clock.instant())) {
      throw noFollowUp();
    }
    return Answer.seeOther(HERE, Toast.undoable("It is over.", HERE + "/" + id + "/retirement"));
  }

  @DeleteMapping(HERE + "/{id}/retirement")
  Answer reopen(SignedIn me, @PathVariable UUID id) {
    if (!cadence.reopen(me.workspace(), new FollowUpId(id), clock.instant())) {
      throw noFollowUp();
    }
    return Answer.seeOther(HERE + "/" + id, Toast.saying("It goes on."));
  }

  private static Answer done(UUID id, boolean isThere, String said) {
    if (!isThere) {
      throw noFollowUp();
    }
    return Answer.seeOther(HERE + "/" + id, Toast.saying(said));
  }

  private static Instant known(String text) {
    try {
      return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  private static ResponseStatusException noFollowUp() {
    return missing("There is no such follow-up here.");
  }

  private static ResponseStatusException missing(String sentence) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
  }
}
