package io.politely.cadence;

import io.politely.accounts.MemberId;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.ConversationId;
import io.politely.mail.MessageId;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.reading.Intent;
import io.politely.testing.TestWorkspace;
import io.politely.wording.ValueKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;

/** Follow-ups with very many people, for measuring. */
public final class FollowUpLoad {

  private FollowUpLoad() {}

  /**
   * Starts one with each, as if the user had: one letter sent, and no answer.
   *
   * @param persons by their addresses
   */
  public static void fill(
      ApplicationContext application,
      WorkspaceId workspace,
      Map<String, PersonId> persons,
      MemberId by,
      Instant now) {
    var followUps = application.getBean(FollowUpStore.class);
    var events = application.getBean(EventStore.class);
    var rows = List.copyOf(Plans.POLICY.situations().keySet());
    var fresh = new ArrayList<Event>();
    long number = 0;
    for (var person : persons.entrySet()) {
      number++;
      var sentAt = now.minus(Duration.ofDays(1 + number % 20));
      var id = new FollowUpId(new UUID(0x0192_0000_0000_7000L, number));
      boolean isNew =
          followUps.add(
              workspace,
              id,
              new NewFollowUp(
                  person.getValue(),
                  rows.get((int) (number % rows.size())),
                  null,
                  null,
                  null,
                  null,
                  null,
                  FollowUp.Research.NONE),
              sentAt.minusSeconds(60),
              by,
              now);
      if (isNew) {
        fresh.add(
            new Event(
                new MessageId(new UUID(1, number)),
                person.getKey(),
                new ConversationId(new UUID(2, number)),
                number + "@example.org",
                sentAt,
                true,
                "touch",
                2,
                ValueKind.NONE,
                null,
                null,
                null));
      }
    }
    events.replace(workspace, List.of(), fresh);
  }

  /** Plans all anew, and one after another some; times in seconds and milliseconds. */
  public static Map<String, Object> measure(
      ApplicationContext application, WorkspaceId workspace, List<PersonId> some, Instant now) {
    var cadence = application.getBean(Cadence.class);
    var figures = new LinkedHashMap<String, Object>();
    for (var round : List.of("first", "second")) {
      long begin = System.nanoTime();
      var after = Optional.<FollowUpId>empty();
      do {
        after = cadence.replanSome(workspace, after, now).last();
      } while (after.isPresent());
      figures.put("all anew, s (" + round + ")", (System.nanoTime() - begin) / 1e9);
    }
    var times = new ArrayList<Double>();
    for (var person : some) {
      long begin = System.nanoTime();
      cadence.replan(workspace, List.of(person), now);
      times.add((System.nanoTime() - begin) / 1e6);
    }
    times.sort(Double::compare);
    figures.put("one anew, ms (median)", times.get(times.size() / 2));
    figures.put("one anew, ms (p95)", times.get(times.size() * 95 / 100));
    times.clear();
    for (var person : some) {
      times.add(afterReply(application, workspace, person, now));
    }
    times.sort(Double::compare);
    figures.put("one after a reply, ms (median)", times.get(times.size() / 2));
    figures.put("one after a reply, ms (p95)", times.get(times.size() * 95 / 100));
    return figures;
  }

  /** Milliseconds from the moment when the events of a reply are known to the new plan. */
  private static double afterReply(
      ApplicationContext application, WorkspaceId workspace, PersonId person, Instant now) {
    var address =
        application
            .getBean(People.class)
            .person(workspace, person)
            .orElseThrow()
            .addresses()
            .getFirst()
            .address()
            .value();
    var reply =
        new Event(
            new MessageId(new UUID(3, person.value().getLeastSignificantBits())),
            address,
            new ConversationId(new UUID(4, person.value().getLeastSignificantBits())),
            null,
            now.minusSeconds(60),
            false,
            "reply",
            null,
            ValueKind.NONE,
            Intent.QUESTION,
            null,
            null);
    TestWorkspace.of(workspace, application.getBean(DataSource.class))
        .run(() ->
            application.getBean(EventStore.class).replace(workspace, List.of(), List.of(reply)));
    long begin = System.nanoTime();
    application.getBean(Cadence.class).nudge(workspace, List.of(address), now);
    return (System.nanoTime() - begin) / 1e6;
  }
}
