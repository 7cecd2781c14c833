package io.politely.pursuits;

import static java.util.stream.Collectors.toMap;

import io.politely.accounts.MemberId;
import io.politely.accounts.Secrets;
import io.politely.accounts.Token;
import io.politely.database.NewIds;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.ConversationId;
import io.politely.outbox.DraftId;
import io.politely.people.CompanyId;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import io.politely.pursuits.OutcomeDebtRules.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The module's front door: what is pursued, with whom, and what everybody in it is owed.
 *
 * <p>There is no way to close a pursuit: {@link #end} makes it <em>closing</em>, and it is closed
 * in the transaction that records the last delivery. See {@code docs/decisions/0010-pursuits.md}.
 */
@Service
public class Pursuits {

  private static final int MOST_AT_COMPANY = 50;

  private static final int LONGEST_NOTE = 1_000;
  private static final int MOST_STAGES = 20;
  private static final int MOST_VIEWS = 50;
  private static final int IMPORTS_SHOWN = 100;

  /** The largest file of jobs that can be read, in bytes. */
  public static final int LARGEST_FILE_OF_JOBS = JobReader.LARGEST;

  private static final int LONGEST_VIEW_NAME = 60;

  /** Who has the link writes without signing in: not for ever. */
  private static final int MOST_ANSWERS = 100;

  private final PursuitStore pursuits;
  private final OutcomeStore outcomes;
  private final StatusLinkStore statusLinks;
  private final NurtureStore nurtures;
  private final Closing closing;
  private final PursuitPolicyFiles files;
  private final Secrets secrets;
  private final PursuitErasure erasure;
  private final PursuitIntake intake;
  private final PursuitImportStore imports;
  private final ApplicationEventPublisher nudges;
  private final NewIds ids;

  Pursuits(
      PursuitStore pursuits,
      OutcomeStore outcomes,
      StatusLinkStore statusLinks,
      NurtureStore nurtures,
      Closing closing,
      PursuitPolicyFiles files,
      Secrets secrets,
      PursuitErasure erasure,
      PursuitIntake intake,
      PursuitImportStore imports,
      ApplicationEventPublisher nudges,
      NewIds ids) {
    this.pursuits = pursuits;
    this.outcomes = outcomes;
    this.statusLinks = statusLinks;
    this.nurtures = nurtures;
    this.closing = closing;
    this.files = files;
    this.secrets = secrets;
    this.erasure = erasure;
    this.intake = intake;
    this.imports = imports;
    this.nudges = nudges;
    this.ids = ids;
  }

  /**
   * Opens a pursuit in its first stage.
   *
   * @throws IllegalArgumentException if it has a {@link NewPursuit#problem}
   */
  @Transactional
  public PursuitId open(WorkspaceId workspace, NewPursuit fresh, MemberId by, Instant now) {
    refuse(fresh.problem());
    var id = new PursuitId(ids.next());
    var stage = stagesOf(workspace, fresh.kind()).getFirst().word();
    pursuits.add(workspace, id, fresh, stage, now);
    fresh.requirements().forEach(words -> addRequirement(workspace, id, words));
    closing.note(
        workspace, id, null, "state", "", PursuitState.OPEN.word(), by.toString(), "", now);
    nudges.publishEvent(new PursuitsChanged(workspace));
    return id;
  }

  /**
   * Writes down anew what a pursuit is; its kind and its requirements stay. False where there is
   * none.
   *
   * @throws IllegalArgumentException if it has a {@link NewPursuit#problem}
   */
  @Transactional
  public boolean describe(WorkspaceId workspace, PursuitId id, NewPursuit as, Instant now) {
    refuse(as.problem());
    boolean isThere = pursuits.change(workspace, id, as, now);
    if (isThere) {
      nudges.publishEvent(new PursuitsChanged(workspace));
    }
    return isThere;
  }

  /** What a file of jobs is; nothing is kept of it. */
  @Transactional(readOnly = true)
  public JobFile readJobs(WorkspaceId workspace, byte[] file) {
    return intake.read(workspace, file);
  }

  /** What the columns of a table hold: as was said before, else as far as the header tells. */
  @Transactional(readOnly = true)
  public JobMapping jobMapping(WorkspaceId workspace, JobTable table) {
    return intake.mapping(workspace, table);
  }

  /** The jobs of a table, with the stage that each of its stages is likely to be here. */
  @Transactional(readOnly = true)
  public NewJobs jobs(WorkspaceId workspace, JobTable table, JobMapping mapping) {
    return intake.jobs(workspace, table, mapping, stagesOf(workspace, PursuitKind.JOB));
  }

  /** Remembers what columns and stages of such a file are. */
  @Transactional
  public void rememberJobs(
      WorkspaceId workspace, JobTable table, JobMapping mapping, Map<String, String> stageOf) {
    intake.remember(workspace, table, mapping, stageOf);
  }

  /** What an import of these jobs would do. */
  @Transactional(readOnly = true)
  public JobCounts countJobs(WorkspaceId workspace, NewJobs jobs) {
    return intake.preview(workspace, jobs, stagesOf(workspace, PursuitKind.JOB));
  }

  /** Begins an import of jobs, or finds the one of the same that was cut off. */
  @Transactional
  public PursuitImport beginImport(
      WorkspaceId workspace, String name, NewJobs jobs, MemberId by, Instant now) {
    return intake.begin(workspace, name, jobs, stagesOf(workspace, PursuitKind.JOB), by, now);
  }

  /** Opens the next two hundred of its jobs; none where it is through or was taken back. */
  @Transactional
  public PursuitImport importNext(WorkspaceId workspace, UUID run, NewJobs jobs, Instant now) {
    nudges.publishEvent(new PursuitsChanged(workspace));
    return intake.takeNext(workspace, run, jobs, stagesOf(workspace, PursuitKind.JOB), now);
  }

  /**
   * Takes an import of jobs back: what it alone opened and nobody touched is gone, what it changed
   * is as before. Doing so twice changes nothing.
   *
   * @return empty where there is no such import
   */
  @Transactional
  public Optional<PursuitImport> undoImport(WorkspaceId workspace, UUID run, Instant now) {
    return intake.undo(workspace, run, now);
  }

  /** The last hundred imports of jobs, the newest first. */
  @Transactional(readOnly = true)
  public List<PursuitImport> jobImports(WorkspaceId workspace) {
    return imports.imports(workspace, IMPORTS_SHOWN);
  }

  /** An import of jobs. */
  @Transactional(readOnly = true)
  public Optional<PursuitImport> jobImport(WorkspaceId workspace, UUID run) {
    return imports.one(workspace, run);
  }

  /** What an import opened or changed, by company; without postings and notes. */
  @Transactional(readOnly = true)
  public List<Pursuit> ofImport(WorkspaceId workspace, UUID run, int limit) {
    var ids = imports.pursuits(workspace, run, limit);
    var found = pursuits.several(workspace, ids).stream().collect(toMap(Pursuit::id, it -> it));
    return ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
  }

  /** A pursuit. */
  @Transactional(readOnly = true)
  public Optional<Pursuit> pursuit(WorkspaceId workspace, PursuitId id) {
    return pursuits.one(workspace, id);
  }

  /** Without their postings and notes, and no more than so many of each stage. */
  @Transactional(readOnly = true)
  public Listed list(WorkspaceId workspace, PursuitFilter filter, int mostOfStage) {
    return pursuits.list(workspace, filter, null, mostOfStage);
  }

  /** The same among those in which somebody waits for an outcome from us. */
  @Transactional(readOnly = true)
  public Listed listWaiting(WorkspaceId workspace, PursuitFilter filter, int mostOfStage) {
    return pursuits.list(workspace, filter, outcomes.inWhichSomebodyWaits(workspace), mostOfStage);
  }

  /** The one that something happened in last, one that goes on before one that ended. */
  @Transactional(readOnly = true)
  public Optional<Pursuit> newest(WorkspaceId workspace) {
    return pursuits.list(workspace, PursuitFilter.all(), null, 1).shown().stream().findFirst();
  }

  /**
   * Takes somebody out of every pursuit. What they were still owed is owed no more; all else that
   * happened stays, without a word about them.
   *
   * @return which ids of theirs its history needs
   */
  @Transactional
  public Set<PersonId> erase(WorkspaceId workspace, Traces traces, Instant now) {
    return erasure.erase(workspace, traces, now);
  }

  /** Who was a candidate and is in nothing that goes on, the longest past first. */
  @Transactional(readOnly = true)
  public List<PastCandidate> pastCandidates(WorkspaceId workspace) {
    return erasure.pastCandidates(workspace);
  }

  /** What pursuits are called in a sentence. */
  @Transactional(readOnly = true)
  public Map<PursuitId, String> named(WorkspaceId workspace, Collection<PursuitId> ids) {
    return pursuits.several(workspace, ids).stream().collect(toMap(Pursuit::id, Pursuit::name));
  }

  /** Several, by their ids; unknown ones are absent. */
  @Transactional(readOnly = true)
  public Map<PursuitId, Pursuit> pursuits(WorkspaceId workspace, Collection<PursuitId> ids) {
    return pursuits.several(workspace, ids).stream().collect(toMap(Pursuit::id, it -> it));
  }

  /** Those at a company, or with any of these persons: what was changed last first, 50 at most. */
  @Transactional(readOnly = true)
  public List<Pursuit> with(
      WorkspaceId workspace, CompanyId company, Collection<PersonId> persons) {
    return pursuits.atCompany(workspace, company, persons, MOST_AT_COMPANY);
  }

  /** Those that somebody is in. */
  @Transactional(readOnly = true)
  public List<Pursuit> of(WorkspaceId workspace, PersonId person) {
    return pursuits.ofPerson(workspace, person);
  }

  /** The stages of a kind, in order; never empty. */
  @Transactional(readOnly = true)
  public List<Stage> stages(WorkspaceId workspace, PursuitKind kind) {
    return stagesOf(workspace, kind);
  }

  /** The stages of a candidate in a search, in order. */
  public List<Stage> candidateStages() {
    return files.candidateStages();
  }

  /**
   * Gives a kind other stages. A pursuit keeps the stage that it is in, also one that is gone.
   *
   * @param stages none: those that it began with
   * @throws IllegalArgumentException if there are more than 20, or one has no name
   */
  @Transactional
  public void setStages(WorkspaceId workspace, PursuitKind kind, List<Stage> stages) {
    boolean isNamed = stages.stream().noneMatch(stage -> stage.name().isBlank());
    if (stages.size() > MOST_STAGES || !isNamed) {
      throw new IllegalArgumentException("A kind has at most 20 stages, each with a name.");
    }
    pursuits.setStages(workspace, kind, stages);
  }

  /** The views that were kept, by name. */
  @Transactional(readOnly = true)
  public List<SavedView> views(WorkspaceId workspace) {
    return pursuits.views(workspace);
  }

  /**
   * Keeps a view, instead of one of the same name.
   *
   * @param path the page that shows it, one of our own
   * @return empty where the name is none or too long, or there are 50 already
   */
  @Transactional
  public Optional<SavedViewId> keepView(WorkspaceId workspace, String name, String path) {
    var line = NewPursuit.oneLine(name);
    return line.isEmpty() || line.length() > LONGEST_VIEW_NAME
        ? Optional.empty()
        : pursuits.keepView(
            workspace, new SavedView(new SavedViewId(ids.next()), line, path), MOST_VIEWS);
  }

  /** Takes a view away. Empty where there is none. */
  @Transactional
  public Optional<SavedView> forgetView(WorkspaceId workspace, SavedViewId view) {
    return pursuits.forgetView(workspace, view);
  }

  /** Moves a pursuit to a stage. False where there is no such pursuit or stage. */
  @Transactional
  public boolean move(
      WorkspaceId workspace, PursuitId id, String stage, MemberId by, String why, Instant now) {
    var pursuit = pursuits.locked(workspace, id);
    if (pursuit.isEmpty() || !isStage(stagesOf(workspace, pursuit.get().kind()), stage)) {
      return false;
    }
    if (!pursuit.get().stage().equals(stage)) {
      pursuits.setStage(workspace, id, stage, now);
      closing.note(
          workspace, id, null, "stage", pursuit.get().stage(), stage, by.toString(), why, now);
    }
    return true;
  }

  /** Moves a candidate to a stage of their own. False where there is no such candidate or stage. */
  @Transactional
  public boolean move(
      WorkspaceId workspace,
      PursuitId id,
      PersonId person,
      String stage,
      MemberId by,
      String why,
      Instant now) {
    var before = part(workspace, id, person);
    if (before.isEmpty() || !isStage(files.candidateStages(), stage)) {
      return false;
    }
    if (!before.get().stage().equals(stage)) {
      pursuits.setStage(workspace, id, person, stage);
      closing.note(
          workspace, id, person, "stage", before.get().stage(), stage, by.toString(), why, now);
    }
    return true;
  }

  /** Who is in it; those who left are not. */
  @Transactional(readOnly = true)
  public List<Part> parts(WorkspaceId workspace, PursuitId id) {
    return pursuits.parts(workspace, id);
  }

  /** Who is in each of several; those in which nobody is are absent. */
  @Transactional(readOnly = true)
  public Map<PursuitId, List<Part>> parts(WorkspaceId workspace, Collection<PursuitId> ids) {
    return pursuits.parts(workspace, ids);
  }

  /** When each of them came to each stage of their own, the last time; the first one is missing. */
  @Transactional(readOnly = true)
  public Map<PersonId, Map<String, Instant>> reached(WorkspaceId workspace, PursuitId id) {
    return pursuits.reached(workspace, id);
  }

  /** Takes somebody in, or gives them another role. False where pursuit or person is not known. */
  @Transactional
  public boolean join(
      WorkspaceId workspace, PursuitId id, PersonId person, Role role, MemberId by, Instant now) {
    if (pursuits.locked(workspace, id).isEmpty() || !pursuits.isKnown(workspace, person)) {
      return false;
    }
    var stage = role == Role.CANDIDATE ? files.candidateStages().getFirst().word() : "";
    pursuits.join(workspace, id, person, role, stage, now);
    closing.note(workspace, id, person, "joined", "", role.word(), by.toString(), "", now);
    nudges.publishEvent(new PursuitsChanged(workspace));
    return true;
  }

  /** Takes somebody out. What they gave stays, and with it what they are owed. */
  @Transactional
  public boolean leave(
      WorkspaceId workspace, PursuitId id, PersonId person, MemberId by, Instant now) {
    boolean left = pursuits.leave(workspace, id, person, now);
    if (left) {
      closing.note(workspace, id, person, "left", "", "", by.toString(), "", now);
    }
    return left;
  }

  /** What is asked for. */
  @Transactional(readOnly = true)
  public List<Requirement> requirements(WorkspaceId workspace, PursuitId id) {
    return pursuits.requirements(workspace, id);
  }

  /** Adds something that is asked for. */
  @Transactional
  public RequirementId require(WorkspaceId workspace, PursuitId id, String words) {
    return addRequirement(workspace, id, words);
  }

  /** Takes one out. False where somebody was told that it came down to it, or there is none. */
  @Transactional
  public boolean requireNoMore(WorkspaceId workspace, PursuitId id, RequirementId requirement) {
    return pursuits.removeRequirement(workspace, id, requirement);
  }

  /**
   * Notes time that somebody in the pursuit gave, or that we gave them. A closed pursuit is closing
   * again.
   *
   * @return empty where that person is not in it
   */
  @Transactional
  public Optional<TimeId> gave(
      WorkspaceId workspace,
      PursuitId id,
      PersonId person,
      boolean byUs,
      TimeKind kind,
      Instant at,
      String note,
      MemberId by,
      Instant now) {
    if (pursuits.locked(workspace, id).isEmpty()) {
      return Optional.empty();
    }
    var words = note.replace("\0", "").strip();
    var time =
        new TimeGiven(
            new TimeId(ids.next()),
            person,
            byUs,
            kind,
            at,
            words.substring(0, Math.min(words.length(), LONGEST_NOTE)));
    if (!outcomes.addTime(workspace, id, time)) {
      return Optional.empty();
    }
    closing.note(workspace, id, person, "time", "", kind.word(), by.toString(), words, now);
    closing.settle(workspace, id, by.toString(), now);
    return Optional.of(time.id());
  }

  /** Takes time given back that was noted by mistake. */
  @Transactional
  public Optional<PursuitId> neverGave(
      WorkspaceId workspace, TimeId time, MemberId by, Instant now) {
    return outcomes
        .takeTimeBack(workspace, time, now)
        .map(place -> {
          closing.note(
              workspace,
              place.pursuit(),
              place.person(),
              "time",
              "given",
              "taken-back",
              by.toString(),
              "It was noted by mistake.",
              now);
          closing.settle(workspace, place.pursuit(), by.toString(), now);
          return place.pursuit();
        });
  }

  /** Notes it again after all. */
  @Transactional
  public Optional<PursuitId> gaveAfterAll(
      WorkspaceId workspace, TimeId time, MemberId by, Instant now) {
    return outcomes
        .giveTimeAgain(workspace, time)
        .map(place -> {
          closing.note(
              workspace,
              place.pursuit(),
              place.person(),
              "time",
              "taken-back",
              "given",
              by.toString(),
              "",
              now);
          closing.settle(workspace, place.pursuit(), by.toString(), now);
          return place.pursuit();
        });
  }

  /** Time given in a pursuit, by both sides, oldest first. */
  @Transactional(readOnly = true)
  public List<TimeGiven> times(WorkspaceId workspace, PursuitId id) {
    return outcomes.times(workspace, id);
  }

  /** Decides how it ended for one person, instead of what was decided before. */
  @Transactional
  public Decided decide(
      WorkspaceId workspace,
      PursuitId id,
      PersonId person,
      NewOutcome outcome,
      MemberId by,
      Instant now) {
    var refusal = refusal(outcome);
    if (refusal.isPresent()) {
      return new Decided.Refused(refusal.get());
    }
    if (pursuits.locked(workspace, id).isEmpty()) {
      return new Decided.Refused("There is no such pursuit here.");
    }
    if (outcome.told() instanceof ToldReason.OfRequirement(var named, var _)
        && pursuits.requirements(workspace, id).stream().noneMatch(it -> it.id().equals(named))) {
      return new Decided.Refused("Choose what it came down to among what was asked for.");
    }
    var decided =
        new Outcome(
            new OutcomeId(ids.next()),
            person,
            outcome.fromUs(),
            outcome.result(),
            outcome.internalReason(),
            outcome.told(),
            now,
            List.of());
    if (!outcomes.decide(workspace, id, decided, by.toString())) {
      return new Decided.Refused("They are not in this pursuit.");
    }
    closing.note(
        workspace,
        id,
        person,
        "outcome",
        "",
        outcome.result().word(),
        by.toString(),
        outcome.internalReason(),
        now);
    closing.settle(workspace, id, by.toString(), now);
    return new Decided.InForce(decided.id());
  }

  /** Why words cannot be told as a reason, with a suggestion; empty where they can. */
  public Optional<String> objection(String words) {
    return files.reasons().refusal(words);
  }

  /** Takes an outcome back: nothing is decided then. */
  @Transactional
  public Optional<PursuitId> undecide(
      WorkspaceId workspace, OutcomeId outcome, MemberId by, Instant now) {
    return outcomes
        .takeOutcomeBack(workspace, outcome, now)
        .map(place -> {
          closing.note(
              workspace,
              place.pursuit(),
              place.person(),
              "outcome",
              "decided",
              "taken-back",
              by.toString(),
              "",
              now);
          closing.settle(workspace, place.pursuit(), by.toString(), now);
          return place.pursuit();
        });
  }

  /** The outcomes in force, of both sides. */
  @Transactional(readOnly = true)
  public List<Outcome> outcomes(WorkspaceId workspace, PursuitId id) {
    return outcomes.outcomes(workspace, List.of(id)).stream()
        .map(OutcomeStore.Placed::outcome)
        .toList();
  }

  /**
   * Notes that an outcome was told by phone or in person; it is delivered then.
   *
   * @return empty where it is not in force
   */
  @Transactional
  public Optional<TellingId> said(
      WorkspaceId workspace, OutcomeId outcome, Way way, MemberId by, Instant now) {
    if (way == Way.MAIL) {
      throw new IllegalArgumentException("A mail is told by sending it");
    }
    return tell(workspace, outcome, way, "", TellingState.DELIVERED, by.toString(), now);
  }

  /**
   * Notes that a mail with an outcome is about to be planned. Call it before, so that no mail
   * leaves of which nobody knows what it told.
   *
   * @param internetId its Message-ID
   */
  @Transactional
  public Optional<TellingId> mailing(
      WorkspaceId workspace, OutcomeId outcome, String internetId, MemberId by, Instant now) {
    return tell(workspace, outcome, Way.MAIL, internetId, TellingState.WAITING, by.toString(), now);
  }

  /** Notes a mail with an outcome that is in the outbox already, whatever became of it; once. */
  @Transactional
  Optional<TellingId> mailed(
      WorkspaceId workspace, OutcomeId outcome, String internetId, String by, Instant now) {
    return outcomes.isMailed(workspace, internetId)
        ? Optional.empty()
        : tell(workspace, outcome, Way.MAIL, internetId, TellingState.WAITING, by, now);
  }

  /** Whether a mail tells somebody the outcome that they are owed. */
  @Transactional(readOnly = true)
  public boolean isTelling(WorkspaceId workspace, String internetId) {
    return outcomes.isMailed(workspace, internetId);
  }

  /** Takes back that it was said. */
  @Transactional
  public Optional<PursuitId> neverSaid(
      WorkspaceId workspace, TellingId telling, MemberId by, Instant now) {
    return learn(
        workspace,
        telling,
        TellingState.DELIVERED,
        TellingState.TAKEN_BACK,
        "It was noted by mistake.",
        by.toString(),
        now);
  }

  /** Mails that wait, and those since then that may still come back. */
  @Transactional(readOnly = true)
  List<Telling> mailed(WorkspaceId workspace, Instant since) {
    return outcomes.byMail(workspace, since);
  }

  /** Notes which draft tells an outcome. */
  @Transactional
  void draft(WorkspaceId workspace, OutcomeId outcome, DraftId draft) {
    outcomes.setDraft(workspace, outcome, draft);
  }

  /** Outcomes that nobody was told and nothing is on its way for, whose letter is written. */
  @Transactional(readOnly = true)
  List<Drafted> drafted(WorkspaceId workspace, PursuitId id) {
    return outcomes.drafted(workspace, id);
  }

  /** Letters of outcomes that nobody was told and nothing is on its way for, in all pursuits. */
  @Transactional(readOnly = true)
  List<Drafted> drafted(WorkspaceId workspace) {
    return outcomes.drafted(workspace);
  }

  /** Up to which change of conversations bounces were looked for. */
  @Transactional(readOnly = true)
  long heardUpTo(WorkspaceId workspace) {
    return outcomes.heardUpTo(workspace);
  }

  /** Bounces were looked for up to this change. */
  @Transactional
  void hear(WorkspaceId workspace, long changeNumber) {
    outcomes.setHeardUpTo(workspace, changeNumber);
  }

  /** What became of a telling. Empty where it is not in the state before any more. */
  @Transactional
  Optional<PursuitId> learn(
      WorkspaceId workspace,
      TellingId telling,
      TellingState before,
      TellingState after,
      String reason,
      String by,
      Instant now) {
    var place = outcomes.place(workspace, telling);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    // The pursuit first: two who learn of the same one wait for each other here.
    pursuits.locked(workspace, place.get().pursuit());
    if (!outcomes.setTelling(workspace, telling, before, after, reason)) {
      return Optional.empty();
    }
    closing.note(
        workspace,
        place.get().pursuit(),
        place.get().person(),
        "told",
        before.word(),
        after.word(),
        by,
        reason,
        now);
    closing.settle(workspace, place.get().pursuit(), by, now);
    return Optional.of(place.get().pursuit());
  }

  /** Lets a pursuit rest until a day. False where there is none, or it ended. */
  @Transactional
  public boolean pause(
      WorkspaceId workspace, PursuitId id, LocalDate until, MemberId by, String why, Instant now) {
    return become(
        workspace,
        id,
        Set.of(PursuitState.OPEN, PursuitState.PAUSED),
        PursuitState.PAUSED,
        until,
        by,
        why,
        now);
  }

  /** When the people of a pursuit are written to again; empty where nobody said so. */
  @Transactional(readOnly = true)
  public Optional<Nurture> nurture(WorkspaceId workspace, PursuitId id) {
    return nurtures.of(workspace, id);
  }

  /** Those whose day has come, the longest ago first. */
  @Transactional(readOnly = true)
  public List<Nurture> dueNurtures(WorkspaceId workspace, LocalDate today, int limit) {
    return nurtures.due(workspace, today, limit);
  }

  /** Says when the people of a pursuit are written to again. False where there is none. */
  @Transactional
  public boolean nurture(WorkspaceId workspace, Nurture nurture, MemberId by, Instant now) {
    if (pursuits.locked(workspace, nurture.pursuit()).isEmpty()) {
      return false;
    }
    var before = nurtures.of(workspace, nurture.pursuit()).map(it -> it.on().toString()).orElse("");
    nurtures.set(workspace, nurture);
    closing.note(
        workspace,
        nurture.pursuit(),
        null,
        "nurture",
        before,
        nurture.on().toString(),
        by.toString(),
        nurture.why(),
        now);
    return true;
  }

  /** They were written to, or will not be. Empty where nothing was said. */
  @Transactional
  public Optional<Nurture> endNurture(
      WorkspaceId workspace, PursuitId id, MemberId by, Instant now) {
    var ended = nurtures.end(workspace, id);
    ended.ifPresent(it ->
        closing.note(
            workspace, id, null, "nurture", it.on().toString(), "", by.toString(), "", now));
    return ended;
  }

  /** Lets a pursuit go on, whatever it was. */
  @Transactional
  public boolean resume(WorkspaceId workspace, PursuitId id, MemberId by, String why, Instant now) {
    return become(
        workspace,
        id,
        Set.of(PursuitState.PAUSED, PursuitState.CLOSING, PursuitState.CLOSED),
        PursuitState.OPEN,
        null,
        by,
        why,
        now);
  }

  /**
   * Ends a pursuit. Where somebody waits for an outcome it is closing until the last one was told.
   *
   * @return closed or closing; empty where there is none
   */
  @Transactional
  public Optional<PursuitState> end(
      WorkspaceId workspace, PursuitId id, MemberId by, String why, Instant now) {
    var pursuit = pursuits.locked(workspace, id);
    if (pursuit.isEmpty()) {
      return Optional.empty();
    }
    if (pursuit.get().state() != PursuitState.CLOSED) {
      closing.become(workspace, pursuit.get(), PursuitState.CLOSING, null, by.toString(), why, now);
    }
    return Optional.of(closing.settle(workspace, id, by.toString(), now));
  }

  /** Who gave time and was not told, by the gate's own rule. */
  @Transactional(readOnly = true)
  public List<PersonId> leftHanging(WorkspaceId workspace, PursuitId id) {
    return outcomes.hanging(workspace, id);
  }

  /** Everything that we decided and told in it, oldest first: proof of who was told what, when. */
  @Transactional(readOnly = true)
  public List<Notice> notices(WorkspaceId workspace, PursuitId id) {
    return outcomes.notices(workspace, id);
  }

  /** What happened, the newest first. */
  @Transactional(readOnly = true)
  public List<Step> steps(WorkspaceId workspace, PursuitId id, int limit) {
    return pursuits.steps(workspace, id, limit);
  }

  /** What happened to one person in it, the newest first. */
  @Transactional(readOnly = true)
  public List<Step> steps(WorkspaceId workspace, PursuitId id, PersonId person, int limit) {
    return pursuits.steps(workspace, id, person, limit);
  }

  /**
   * Makes a status page for somebody in the pursuit. Its address is {@code /status/} and the token,
   * which is not kept and cannot be shown again.
   *
   * @return empty where that person is not in it
   */
  @Transactional
  public Optional<Token> makeStatusPage(
      WorkspaceId workspace,
      PursuitId id,
      PersonId person,
      Instant expiresAt,
      MemberId by,
      Instant now) {
    var token = secrets.newToken(workspace);
    var link =
        new StatusLink(
            new StatusLinkId(ids.next()), id, person, by, now, expiresAt, null, List.of());
    if (!statusLinks.add(workspace, link, secrets.hash(token))) {
      return Optional.empty();
    }
    closing.note(workspace, id, person, "status-page", "", "made", by.toString(), "", now);
    return Optional.of(token);
  }

  /** Ends a status page now. Empty where there is none, or it was ended before. */
  @Transactional
  public Optional<PursuitId> revokeStatusPage(
      WorkspaceId workspace, StatusLinkId id, MemberId by, Instant now) {
    return statusLinks
        .revoke(workspace, id, now)
        .map(link -> {
          closing.note(
              workspace,
              link.pursuit(),
              link.person(),
              "status-page",
              "made",
              "revoked",
              by.toString(),
              "",
              now);
          return link.pursuit();
        });
  }

  /** The status pages of a pursuit with what was answered there, also those that ended. */
  @Transactional(readOnly = true)
  public List<StatusLink> statusPages(WorkspaceId workspace, PursuitId id) {
    return statusLinks.ofPursuit(workspace, id);
  }

  /** The status page that a token opens; empty for one that is unknown, expired or revoked. */
  @Transactional(readOnly = true)
  public Optional<StatusVisit> visit(WorkspaceId workspace, Token token, Instant now) {
    return statusLinks
        .open(workspace, secrets.hash(token), now)
        .map(link -> new StatusVisit(link, secrets.form(token, link.answers().size())));
  }

  /**
   * Keeps what somebody answered on their status page.
   *
   * @param form what {@link StatusVisit#form} was when they opened it
   */
  @Transactional
  public StatusReply answer(
      WorkspaceId workspace, Token token, String form, StatusAnswer answer, Instant now) {
    var found = statusLinks.open(workspace, secrets.hash(token), now);
    if (found.isEmpty()) {
      return StatusReply.GONE;
    }
    var link = found.get();
    int position = link.answers().size();
    if (position >= MOST_ANSWERS) {
      return StatusReply.TOO_MANY;
    }
    if (!form.equals(secrets.form(token, position))
        || !statusLinks.addAnswer(workspace, link.id(), position, answer)) {
      return StatusReply.STALE;
    }
    closing.note(
        workspace,
        link.pursuit(),
        link.person(),
        "answered",
        "",
        answer.interest(),
        "their status page",
        answer.changed(),
        now);
    return StatusReply.KEPT;
  }

  /** Outcomes that are owed, by us and to us, the most urgent first. */
  @Transactional(readOnly = true)
  public List<OwedOutcome> owed(WorkspaceId workspace, ZoneId zone) {
    return owed(workspace, outcomes.owed(workspace, null), zone);
  }

  /** The same in some pursuits. */
  @Transactional(readOnly = true)
  public List<OwedOutcome> owed(WorkspaceId workspace, Collection<PursuitId> among, ZoneId zone) {
    return owed(workspace, outcomes.owed(workspace, among), zone);
  }

  /** The same in one pursuit. */
  @Transactional(readOnly = true)
  public List<OwedOutcome> owed(WorkspaceId workspace, PursuitId id, ZoneId zone) {
    return owed(workspace, outcomes.owed(workspace, List.of(id)), zone);
  }

  /** The word of the law by which outcomes are due here, or "". */
  @Transactional(readOnly = true)
  public String law(WorkspaceId workspace) {
    return outcomes.law(workspace);
  }

  /** What the laws say that can be turned on, by their words. */
  public Map<String, String> laws() {
    return files.laws();
  }

  /** Turns on a law by which outcomes are due, or with "" none. False where it is not known. */
  @Transactional
  public boolean setLaw(WorkspaceId workspace, String law) {
    if (!law.isEmpty() && files.law(law).isEmpty()) {
      return false;
    }
    outcomes.setLaw(workspace, law);
    return true;
  }

  /** What was shown or sent for it, oldest first. */
  @Transactional(readOnly = true)
  public List<Material> materials(WorkspaceId workspace, PursuitId id) {
    return pursuits.materials(workspace, id);
  }

  /** Notes what was shown or sent for it. */
  @Transactional
  public MaterialId use(
      WorkspaceId workspace, PursuitId id, MaterialKind kind, String name, Instant now) {
    var material = new Material(new MaterialId(ids.next()), kind, NewPursuit.oneLine(name), now);
    pursuits.addMaterial(workspace, id, material);
    return material.id();
  }

  /** Takes one out. False where there is none. */
  @Transactional
  public boolean useNoMore(WorkspaceId workspace, PursuitId id, MaterialId material) {
    return pursuits.removeMaterial(workspace, id, material);
  }

  /** Conversations of which the user said that they do not belong to it. */
  @Transactional(readOnly = true)
  public Set<ConversationId> apart(WorkspaceId workspace, PursuitId id) {
    return pursuits.apart(workspace, id);
  }

  /** Says whether a conversation with somebody in it belongs to it. */
  @Transactional
  public void sayWhetherBelongs(
      WorkspaceId workspace,
      PursuitId id,
      ConversationId conversation,
      boolean belongs,
      Instant now) {
    pursuits.sayWhetherBelongs(workspace, id, conversation, belongs, now);
  }

  /**
   * Lets those go on whose pause is over, and puts right what was closed and has somebody waiting.
   */
  @Transactional
  void putRight(WorkspaceId workspace, LocalDate today, Instant now) {
    for (var id : pursuits.pausedUntil(workspace, today)) {
      pursuits
          .locked(workspace, id)
          .filter(it -> it.state() == PursuitState.PAUSED)
          .ifPresent(it ->
              closing.become(
                  workspace,
                  it,
                  PursuitState.OPEN,
                  null,
                  "the calendar",
                  "The pause is over.",
                  now));
    }
    for (var id : outcomes.closedOverSomebody(workspace)) {
      closing.settle(workspace, id, "the ledger", now);
    }
  }

  private List<OwedOutcome> owed(WorkspaceId workspace, List<OpenTime> open, ZoneId zone) {
    if (open.isEmpty()) {
      return List.of();
    }
    var decided = new HashMap<Side, Outcome>();
    outcomes.outcomes(workspace, open.stream().map(OpenTime::pursuit).distinct().toList()).stream()
        .filter(it -> it.outcome().fromUs())
        .forEach(
            it -> decided.put(new Side(it.pursuit(), it.outcome().person(), true), it.outcome()));
    return OutcomeDebtRules.owed(
        open, decided, files.lateStages(), files.outcomes(zone, outcomes.law(workspace)));
  }

  private Optional<TellingId> tell(
      WorkspaceId workspace,
      OutcomeId outcome,
      Way way,
      String internetId,
      TellingState state,
      String by,
      Instant now) {
    var place = outcomes.place(workspace, outcome);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    pursuits.locked(workspace, place.get().pursuit());
    var telling = new Telling(new TellingId(ids.next()), way, internetId, state, "", now);
    outcomes.addTelling(workspace, outcome, telling, by);
    closing.note(
        workspace,
        place.get().pursuit(),
        place.get().person(),
        "told",
        "",
        state.word(),
        by,
        way.said() + ".",
        now);
    closing.settle(workspace, place.get().pursuit(), by, now);
    return Optional.of(telling.id());
  }

  private boolean become(
      WorkspaceId workspace,
      PursuitId id,
      Set<PursuitState> from,
      PursuitState state,
      @Nullable LocalDate until,
      MemberId by,
      String why,
      Instant now) {
    var pursuit = pursuits.locked(workspace, id).filter(it -> from.contains(it.state()));
    pursuit.ifPresent(it -> closing.become(workspace, it, state, until, by.toString(), why, now));
    return pursuit.isPresent();
  }

  private Optional<String> refusal(NewOutcome outcome) {
    var told = outcome.told();
    if (told == null) {
      return outcome.fromUs() && outcome.result().needsReason()
          ? Optional.of(
              "Say what it came down to: a requirement, or something that happened on a day.")
          : Optional.empty();
    }
    return files.reasons().refusal(told.words());
  }

  private Optional<Part> part(WorkspaceId workspace, PursuitId id, PersonId person) {
    return pursuits.parts(workspace, id).stream()
        .filter(part -> part.person().equals(person))
        .findFirst();
  }

  private RequirementId addRequirement(WorkspaceId workspace, PursuitId id, String words) {
    var requirement = new Requirement(new RequirementId(ids.next()), NewPursuit.oneLine(words));
    pursuits.addRequirement(workspace, id, requirement);
    return requirement.id();
  }

  private List<Stage> stagesOf(WorkspaceId workspace, PursuitKind kind) {
    var own = pursuits.stages(workspace, kind);
    return own.isEmpty() ? files.stages(kind) : own;
  }

  private static boolean isStage(List<Stage> stages, String word) {
    return stages.stream().anyMatch(stage -> stage.word().equals(word));
  }

  private static void refuse(Optional<String> problem) {
    problem.ifPresent(sentence -> {
      throw new IllegalArgumentException(sentence);
    });
  }
}
