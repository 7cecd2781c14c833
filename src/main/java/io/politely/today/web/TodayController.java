package io.politely.today.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.calendar.Calendar;
import io.politely.calendar.Meeting;
import io.politely.interviews.Interviews;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Ledger;
import io.politely.ledger.Matter;
import io.politely.mail.ConversationId;
import io.politely.mail.ImportProgress;
import io.politely.mail.ImportRun;
import io.politely.mail.Importer;
import io.politely.mail.Mail;
import io.politely.people.Names;
import io.politely.people.People;
import io.politely.pursuits.Nurture;
import io.politely.pursuits.OwedOutcome;
import io.politely.pursuits.Pursuits;
import io.politely.reading.WorkingDays;
import io.politely.today.Today;
import io.politely.today.web.TodayPage.Found;
import io.politely.touches.TouchPromise;
import io.politely.touches.Touches;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Moments;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import politely.templates.Templates;

/** The front page: whose move it is, and what to do next. */
@Controller
class TodayController {

  private static final int ROWS = 100;
  private static final int MOST_ROWS = 2_000;
  private static final int DEBRIEFS_SHOWN = 4;
  private static final int OWED_SHOWN = 8;
  private static final int PROMISED_SHOWN = 8;
  private static final int AGAIN_SHOWN = 8;
  private static final int MEETINGS_SHOWN = 30;
  private static final int DAYS_TO_PREPARE = 2;

  private final Ledger ledger;
  private final People people;
  private final Mail mail;
  private final Importer importer;
  private final Pursuits pursuits;
  private final Touches touches;
  private final Cadence cadence;
  private final Today today;
  private final Interviews interviews;
  private final Calendar calendar;
  private final Accounts accounts;
  private final Templates templates;
  private final Clock clock;

  TodayController(
      Ledger ledger,
      People people,
      Mail mail,
      Importer importer,
      Pursuits pursuits,
      Touches touches,
      Cadence cadence,
      Today today,
      Interviews interviews,
      Calendar calendar,
      Accounts accounts,
      Templates templates,
      Clock clock) {
    this.ledger = ledger;
    this.people = people;
    this.mail = mail;
    this.importer = importer;
    this.pursuits = pursuits;
    this.touches = touches;
    this.cadence = cadence;
    this.today = today;
    this.interviews = interviews;
    this.calendar = calendar;
    this.accounts = accounts;
    this.templates = templates;
    this.clock = clock;
  }

  /**
   * Shows all lists, or one.
   *
   * @param list the one: ours, theirs, scheduled, unsure
   * @param show how many rows of it
   */
  @GetMapping("/")
  Answer show(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String list,
      @RequestParam(defaultValue = "" + ROWS) int show) {
    var moments = new Moments(clock.instant(), me.zone());
    var lane = Lane.of(list);
    int rows = Math.clamp(show, 1, MOST_ROWS);
    var page = today.atOnce(me.workspace(), () -> page(me, lane, list.isEmpty(), rows, moments));
    return Answer.page(templates.todayToday(frame, page));
  }

  /** With {@code isWhole}, what stands beside the lists too. */
  private TodayPage page(
      SignedIn me, Optional<Lane> lane, boolean isWhole, int rows, Moments moments) {
    var found = find(me.workspace(), lane, rows, moments.now());
    var names = new Names(people.whoAre(me.workspace(), found.addresses()));
    return TodayPage.of(
        found,
        isWhole ? debriefs(me, moments) : List.of(),
        isWhole ? owed(me) : List.of(),
        isWhole ? promised(me) : List.of(),
        isWhole ? again(me, moments) : List.of(),
        isWhole ? meetings(me, moments) : List.of(),
        isWhole ? followUps(me, moments) : List.of(),
        names,
        moments);
  }

  /** What just ended and was not told of, the newest first. */
  private List<DebriefRow> debriefs(SignedIn me, Moments moments) {
    return interviews.openDebriefs(me.workspace(), DEBRIEFS_SHOWN).stream()
        .map(it -> DebriefRow.of(it, moments))
        .toList();
  }

  /** What was promised in calls and meetings, the next due first. */
  private List<PromisedRow> promised(SignedIn me) {
    var now = clock.instant();
    var open = touches.openPromises(me.workspace(), now, PROMISED_SHOWN);
    if (open.isEmpty()) {
      return List.of();
    }
    var persons =
        people.persons(me.workspace(), open.stream().map(TouchPromise::person).distinct().toList());
    return open.stream().map(it -> PromisedRow.of(it, persons, now, me.zone())).toList();
  }

  /**
   * What is not over, and begins within two business days: by then its brief should have been
   * opened.
   */
  private List<MeetingRow> meetings(SignedIn me, Moments moments) {
    var from = moments.today().atStartOfDay(me.zone()).toInstant();
    var last = WorkingDays.at(me.zone()).plus(moments.today(), DAYS_TO_PREPARE);
    var until = last.plusDays(1).atStartOfDay(me.zone()).toInstant();
    var near =
        calendar.between(me.workspace(), from, until, MEETINGS_SHOWN).stream()
            .filter(it -> it.isBooked() && !it.isAllDay() && it.ends().isAfter(moments.now()))
            .toList();
    if (near.isEmpty()) {
      return List.of();
    }
    var known = interviews.interviews(me.workspace(), near.stream().map(Meeting::id).toList());
    return near.stream()
        .map(it -> {
          var interview = known.get(it.id());
          boolean isToPrepare =
              interview != null && interview.matters() && it.starts().isAfter(moments.now());
          return MeetingRow.of(it, isToPrepare, moments);
        })
        .toList();
  }

  /** Whom to write to today: few, the longest due first. */
  private List<FollowUpRow> followUps(SignedIn me, Moments moments) {
    var due = cadence.today(me.workspace(), moments.now());
    if (due.isEmpty()) {
      return List.of();
    }
    var persons =
        people.persons(
            me.workspace(), due.stream().map(it -> it.followUp().person()).distinct().toList());
    return due.stream().map(it -> FollowUpRow.of(it, persons)).toList();
  }

  /** Whom one wanted to write to again by now. */
  private List<AgainRow> again(SignedIn me, Moments moments) {
    var due = pursuits.dueNurtures(me.workspace(), moments.today(), AGAIN_SHOWN);
    if (due.isEmpty()) {
      return List.of();
    }
    var named = pursuits.named(me.workspace(), due.stream().map(Nurture::pursuit).toList());
    return due.stream()
        .map(it ->
            new AgainRow(
                named.getOrDefault(it.pursuit(), ""),
                "/pursuits/" + it.pursuit(),
                it.why(),
                moments.day(it.on())))
        .toList();
  }

  /** Outcomes that people wait for, the most urgent first: before everything else. */
  private List<OwedRow> owed(SignedIn me) {
    var owed =
        pursuits.owed(me.workspace(), me.zone()).stream()
            .filter(OwedOutcome::byUs)
            .limit(OWED_SHOWN)
            .toList();
    if (owed.isEmpty()) {
      return List.of();
    }
    var persons =
        people.persons(me.workspace(), owed.stream().map(OwedOutcome::person).distinct().toList());
    var named =
        pursuits.named(me.workspace(), owed.stream().map(OwedOutcome::pursuit).distinct().toList());
    return owed.stream()
        .map(it -> OwedRow.of(it, persons, named, clock.instant(), me.zone()))
        .toList();
  }

  private Found find(WorkspaceId workspace, Optional<Lane> only, int limit, Instant now) {
    var matters = matters(workspace, only, limit, now);
    return new Found(
        only,
        limit,
        ledger.openCounts(workspace, now),
        matters,
        ledger.promises(workspace, withBrokenPromise(matters)),
        ledger.countBrokenPromises(workspace, now),
        !accounts.ownAddresses(workspace).isEmpty(),
        mail.searchBacklog(workspace),
        importer.imports(workspace).stream()
            .map(ImportProgress::run)
            .filter(run -> !run.state().isOver())
            .map(ImportRun::messages)
            .findFirst());
  }

  private Map<Lane, List<Matter>> matters(
      WorkspaceId workspace, Optional<Lane> only, int limit, Instant now) {
    var matters = new EnumMap<Lane, List<Matter>>(Lane.class);
    for (var lane : Lane.values()) {
      if (only.isEmpty()) {
        matters.put(lane, matters(workspace, lane, lane.atFirst(), now));
      } else if (only.get() == lane) {
        matters.put(lane, matters(workspace, lane, limit, now));
      }
    }
    return matters;
  }

  private List<Matter> matters(WorkspaceId workspace, Lane lane, int limit, Instant now) {
    return switch (lane) {
      case OURS -> ledger.ours(workspace, now, limit);
      case THEIRS -> ledger.theirs(workspace, now, limit);
      case SCHEDULED -> ledger.scheduled(workspace, now, limit);
      case UNSURE -> ledger.unsure(workspace, now, limit);
    };
  }

  private static List<ConversationId> withBrokenPromise(Map<Lane, List<Matter>> matters) {
    return matters.values().stream()
        .flatMap(List::stream)
        .filter(Matter::promiseBroken)
        .map(Matter::conversation)
        .toList();
  }
}
