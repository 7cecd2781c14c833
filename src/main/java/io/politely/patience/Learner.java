package io.politely.patience;

import io.politely.accounts.Accounts;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Mail;
import io.politely.mail.PastLetter;
import io.politely.people.People;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Goes through all letters of a workspace and keeps what they teach. */
@Component
public class Learner {

  private static final int LETTERS_AT_ONCE = 500;

  private final Patience patience;
  private final Mail mail;
  private final People people;
  private final Accounts accounts;
  private final Clock clock;

  Learner(Patience patience, Mail mail, People people, Accounts accounts, Clock clock) {
    this.patience = patience;
    this.mail = mail;
    this.people = people;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Learns now, and returns when it has. */
  public void learn(WorkspaceId workspace) {
    var now = clock.instant();
    var lesson = new Lesson(workspace, now);
    mail.pastLetters(workspace, lesson::take);
    lesson.work();
    var lessons = lesson.learning.learn(now.getEpochSecond(), Priors.lessons());
    patience.keep(
        workspace,
        new Learned(now, lessons, lesson.past.averages(), lesson.past.habits(Acquaintances.US)),
        lesson.met());
  }

  private final class Lesson {

    private final WorkspaceId workspace;
    private final Instant now;
    private final Acquaintances acquaintances;
    private final Learning learning = new Learning();
    private final Past past = new Past(learning);
    private final List<PastLetter> waiting = new ArrayList<>();

    Lesson(WorkspaceId workspace, Instant now) {
      this.workspace = workspace;
      this.now = now;
      acquaintances = new Acquaintances(accounts.ownAddresses(workspace));
    }

    void take(PastLetter letter) {
      // A clock that went wrong must not age everybody.
      if (!letter.sentAt().isAfter(now)) {
        waiting.add(letter);
      }
      if (waiting.size() == LETTERS_AT_ONCE) {
        addWaiting();
      }
    }

    void work() {
      addWaiting();
      past.advance(now.getEpochSecond());
    }

    private void addWaiting() {
      var strangers = acquaintances.strangers(waiting);
      if (!strangers.isEmpty()) {
        acquaintances.meet(people.whoAre(workspace, strangers));
      }
      waiting.forEach(letter -> acquaintances.sent(letter).ifPresent(past::add));
      waiting.clear();
    }

    List<Acquaintance> met() {
      var met = new ArrayList<Acquaintance>();
      for (var habits : past.people()) {
        var fromUs = habits.knownFrom(Acquaintances.US);
        acquaintances
            .person(habits.person)
            .ifPresent(person ->
                met.add(new Acquaintance(person, habits, fromUs == null ? new Between() : fromUs)));
      }
      return met;
    }
  }
}
