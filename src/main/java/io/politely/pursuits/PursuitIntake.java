package io.politely.pursuits;

import io.politely.accounts.MemberId;
import io.politely.contacts.ContactDates;
import io.politely.database.NewIds;
import io.politely.kernel.WorkspaceId;
import io.politely.pursuits.NewJobs.Said;
import io.politely.pursuits.PursuitImportStore.Happened;
import io.politely.pursuits.PursuitImportStore.Opened;
import io.politely.pursuits.PursuitImportStore.Saying;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes jobs in from files of other programs, and back. Each import keeps what it said; what the
 * one before said tells what the user changed since, and that stays as it is.
 */
@Component
class PursuitIntake {

  private static final int AT_ONCE = 200;
  private static final int LONGEST_STAGE = 100;
  private static final int MOST_STAGES = 500;
  private static final String BY = "an import";

  private final PursuitImportStore store;
  private final PursuitStore pursuits;
  private final Closing closing;
  private final NewIds ids;

  PursuitIntake(PursuitImportStore store, PursuitStore pursuits, Closing closing, NewIds ids) {
    this.store = store;
    this.pursuits = pursuits;
    this.closing = closing;
    this.ids = ids;
  }

  JobFile read(WorkspaceId workspace, byte[] file) {
    return new JobReader(header -> store.mapping(workspace, header)).read(file);
  }

  JobMapping mapping(WorkspaceId workspace, JobTable table) {
    return store
        .mapping(workspace, table.headerLine())
        .filter(mapping -> mapping.columns().size() == table.header().size())
        .orElseGet(() -> JobMapping.guess(table.header()));
  }

  /** What a table says with these columns; stages as said before, else as far as names tell. */
  NewJobs jobs(WorkspaceId workspace, JobTable table, JobMapping mapping, List<Stage> stages) {
    var jobs = mapping.jobs(table, ContactDates::day);
    var names = jobs.stream().map(Job::stage).distinct().toList();
    var said = store.stages(workspace, names.stream().map(JobStages::folded).toList());
    var stageOf = new LinkedHashMap<String, String>();
    for (var name : names) {
      var remembered = Optional.ofNullable(said.get(JobStages.folded(name)));
      stageOf.put(
          name,
          remembered
              .filter(word -> isStage(word, stages))
              .or(() -> JobStages.guess(name, stages))
              .orElse(stages.getFirst().word()));
    }
    return new NewJobs(table.kind(), jobs, stageOf, remarks(table, jobs.size()));
  }

  void remember(
      WorkspaceId workspace, JobTable table, JobMapping mapping, Map<String, String> stageOf) {
    store.remember(workspace, table.headerLine(), mapping);
    var known = new HashMap<String, String>();
    stageOf.forEach((name, stage) -> {
      if (name.length() <= LONGEST_STAGE && known.size() < MOST_STAGES) {
        known.put(JobStages.folded(name), stage);
      }
    });
    store.rememberStages(workspace, known);
  }

  PursuitImport begin(
      WorkspaceId workspace,
      String name,
      NewJobs jobs,
      List<Stage> stages,
      MemberId by,
      Instant now) {
    store.becomeWriter(workspace);
    var first = stages.getFirst().word();
    var content =
        Job.keyOf(
            jobs.jobs().stream()
                .map(job -> jobs.said(job, first).toString())
                .collect(Collectors.joining("\0")));
    return store
        .unfinished(workspace, content)
        .orElseGet(() -> {
          var run = ids.next();
          store.begin(workspace, run, name, content, jobs, by, now);
          return store.one(workspace, run).orElseThrow();
        });
  }

  /** How many of them would be opened, changed and left as they are. */
  JobCounts preview(WorkspaceId workspace, NewJobs jobs, List<Stage> stages) {
    var first = stages.getFirst().word();
    var last = store.lastSaid(workspace, jobs.jobs().stream().map(Job::key).toList());
    int added = 0;
    int known = 0;
    for (var job : jobs.jobs()) {
      var before = last.get(job.key());
      if (before == null) {
        added++;
      } else if (before.said().equals(jobs.said(job, first))) {
        known++;
      }
    }
    return new JobCounts(added, jobs.jobs().size() - added - known, known);
  }

  PursuitImport takeNext(
      WorkspaceId workspace, UUID run, NewJobs jobs, List<Stage> stages, Instant now) {
    store.becomeWriter(workspace);
    var before = store.one(workspace, run).orElseThrow();
    if (!before.canGoOn()) {
      return before;
    }
    int upTo = Math.min(before.read() + AT_ONCE, jobs.jobs().size());
    var chunk = jobs.jobs().subList(before.read(), upTo);
    var last = store.lastSaid(workspace, chunk.stream().map(Job::key).toList());
    var fresh = new LinkedHashMap<Job, Said>();
    int changed = 0;
    for (var job : chunk) {
      var said = jobs.said(job, stages.getFirst().word());
      var saidBefore = last.get(job.key());
      if (saidBefore == null) {
        fresh.put(job, said);
      } else if (!saidBefore.said().equals(said)) {
        change(workspace, run, saidBefore, said, now);
        changed++;
      }
    }
    open(workspace, run, fresh, stages, before.at());
    store.count(workspace, run, upTo, fresh.size(), changed, chunk.size() - fresh.size() - changed);
    if (upTo == jobs.jobs().size()) {
      store.end(workspace, run, now);
    }
    return store.one(workspace, run).orElseThrow();
  }

  /**
   * What an import alone opened and nobody touched goes; what it changed is again what was said
   * before, where the user did not change it since.
   */
  Optional<PursuitImport> undo(WorkspaceId workspace, UUID run, Instant now) {
    store.becomeWriter(workspace);
    var found = store.one(workspace, run);
    if (found.isEmpty() || found.get().undoneAt().isPresent()) {
      return found;
    }
    var others = store.saidByOthers(workspace, run);
    var untouched = List.copyOf(store.untouched(workspace, run, BY));
    var forgotten = new ArrayList<String>();
    var gone = new ArrayList<PursuitId>();
    for (var own : store.saidBy(workspace, run)) {
      var other = others.get(own.said().key());
      if (other != null) {
        // Ids tell the order: whatever a later import said holds.
        if (other.by().compareTo(run) < 0) {
          apply(workspace, own, other.said(), now);
        }
        forgotten.add(own.said().key());
      } else if (untouched.contains(own.pursuit())) {
        forgotten.add(own.said().key());
        gone.add(own.pursuit());
      }
    }
    store.forget(workspace, run, forgotten);
    store.takeBack(workspace, gone);
    store.takenBack(workspace, run, now);
    return found;
  }

  private void open(
      WorkspaceId workspace, UUID run, Map<Job, Said> jobs, List<Stage> stages, Instant now) {
    var opened = new ArrayList<Opened>();
    var happened = new ArrayList<Happened>();
    var first = stages.getFirst().word();
    jobs.forEach((job, said) -> {
      var id = new PursuitId(ids.next());
      var stage = said.stage().equals(NewJobs.ENDED) ? first : said.stage();
      var at = earlier(job.began().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()), now);
      opened.add(new Opened(id, said, stage, job.source(), at));
      happened.add(
          new Happened(id, new Step(at, null, "state", "", PursuitState.OPEN.word(), BY, "")));
      if (!stage.equals(first)) {
        var moved =
            earlier(job.appliedOn().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()), now);
        happened.add(
            new Happened(id, new Step(moved, null, "stage", first, stage, BY, why(job.stage()))));
      }
    });
    store.open(workspace, opened);
    store.note(workspace, happened);
    store.say(workspace, opened.stream().map(it -> new Saying(run, it.id(), it.said())).toList());
    for (var job : opened) {
      if (job.said().stage().equals(NewJobs.ENDED)) {
        end(workspace, job.id(), now);
      }
    }
  }

  private void change(WorkspaceId workspace, UUID run, Saying before, Said now_, Instant now) {
    apply(workspace, before, now_, now);
    var saying = new Saying(run, before.pursuit(), now_);
    if (before.by().equals(run)) {
      store.forget(workspace, run, List.of(now_.key()));
    }
    store.say(workspace, List.of(saying));
  }

  /** Brings a job from what was said to what is said, but for what the user changed. */
  private void apply(WorkspaceId workspace, Saying before, Said now_, Instant now) {
    var found = pursuits.locked(workspace, before.pursuit());
    if (found.isEmpty()) {
      return;
    }
    var pursuit = found.get();
    var was = before.said();
    var described =
        new NewPursuit(
            pursuit.kind(),
            pursuit.title().equals(was.title()) ? now_.title() : pursuit.title(),
            pursuit.company().equals(was.company()) ? now_.company() : pursuit.company(),
            pursuit.source(),
            pursuit.postingUrl().equals(was.url()) ? now_.url() : pursuit.postingUrl(),
            pursuit.posting(),
            pursuit.notes().equals(was.notes()) ? now_.notes() : pursuit.notes(),
            List.of());
    pursuits.change(workspace, pursuit.id(), described, now);
    if (!was.stage().equals(now_.stage()) && stands(pursuit, was.stage())) {
      move(workspace, pursuit, now_.stage(), now);
    }
  }

  /** Whether a job stands where an import had put it. */
  private static boolean stands(Pursuit pursuit, String stage) {
    return switch (pursuit.state()) {
      case OPEN, PAUSED -> pursuit.stage().equals(stage);
      case CLOSING, CLOSED -> stage.equals(NewJobs.ENDED);
    };
  }

  private void move(WorkspaceId workspace, Pursuit pursuit, String stage, Instant now) {
    if (stage.equals(NewJobs.ENDED)) {
      end(workspace, pursuit.id(), now);
      return;
    }
    if (pursuit.state() == PursuitState.CLOSING || pursuit.state() == PursuitState.CLOSED) {
      closing.become(
          workspace, pursuit, PursuitState.OPEN, null, BY, "It goes on in the imported list.", now);
    }
    if (!pursuit.stage().equals(stage)) {
      pursuits.setStage(workspace, pursuit.id(), stage, now);
      closing.note(
          workspace,
          pursuit.id(),
          null,
          "stage",
          pursuit.stage(),
          stage,
          BY,
          "It was moved in the imported list.",
          now);
    }
  }

  /** By the gate: whoever gave time and was not told keeps it from closing. */
  private void end(WorkspaceId workspace, PursuitId id, Instant now) {
    var pursuit = pursuits.locked(workspace, id).orElseThrow();
    closing.become(
        workspace, pursuit, PursuitState.CLOSING, null, BY, "It ended in the imported list.", now);
    closing.settle(workspace, id, BY, now);
  }

  private static boolean isStage(String word, List<Stage> stages) {
    return word.equals(NewJobs.ENDED)
        || stages.stream().anyMatch(stage -> stage.word().equals(word));
  }

  private static Instant earlier(Optional<Instant> told, Instant now) {
    return told.filter(at -> at.isBefore(now)).orElse(now);
  }

  private static String why(String stage) {
    return "It stood in “%s” of an imported list.".formatted(stage);
  }

  private static List<String> remarks(JobTable table, int jobs) {
    var remarks = new ArrayList<>(table.remarks());
    int left = table.rows().size() - jobs;
    if (left > 0) {
      remarks.add(
          left == 1
              ? "One row names no job, or the same one as another row."
              : "%,d rows name no job, or the same one as another row.".formatted(left));
    }
    return remarks;
  }
}
