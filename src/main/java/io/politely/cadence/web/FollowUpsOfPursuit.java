package io.politely.cadence.web;

import static java.util.stream.Collectors.groupingBy;

import io.politely.cadence.Cadence;
import io.politely.cadence.CadencePolicy;
import io.politely.cadence.Next;
import io.politely.cadence.Planned;
import io.politely.cadence.Situation;
import io.politely.kernel.WorkspaceId;
import io.politely.people.PersonId;
import io.politely.pursuits.BesidePursuit;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells on the page of a pursuit what is planned with its people, and what is not. */
@Component
class FollowUpsOfPursuit implements BesidePursuit {

  private final Cadence cadence;

  FollowUpsOfPursuit(Cadence cadence) {
    this.cadence = cadence;
  }

  @Override
  public List<Line> lines(
      WorkspaceId workspace, Pursuit pursuit, Collection<PersonId> persons, Instant now) {
    if (persons.isEmpty()) {
      return List.of();
    }
    var policy = cadence.policy(workspace);
    var planned =
        cadence.with(workspace, persons).stream().collect(groupingBy(it -> it.followUp().person()));
    boolean isOver =
        pursuit.state() == PursuitState.CLOSING || pursuit.state() == PursuitState.CLOSED;
    var lines = new ArrayList<Line>();
    for (var person : persons) {
      var all = planned.getOrDefault(person, List.of());
      var here = all.stream().filter(it -> pursuit.id().equals(it.followUp().pursuit())).toList();
      here.forEach(it -> lines.add(line(it, policy)));
      if (here.isEmpty() && !isOver) {
        lines.add(none(person, pursuit, all, policy));
      }
    }
    return lines;
  }

  private static Line line(Planned planned, CadencePolicy policy) {
    var followUp = planned.followUp();
    var ended = followUp.ended();
    var next = planned.next();
    var why = ended == null || ended.why().isEmpty() ? next.reason() : ended.why();
    return new Line(
        followUp.person(),
        ended == null ? FollowUpPages.what(next) : ended.how().said(),
        title(planned, policy) + ". " + why,
        ended == null ? look(next) : "closed",
        ended == null ? at(next) : ended.at(),
        "/follow-ups/" + followUp.id(),
        ended == null);
  }

  private static Line none(
      PersonId person, Pursuit pursuit, List<Planned> elsewhere, CadencePolicy policy) {
    var why =
        elsewhere.stream()
            .filter(it -> it.followUp().isOpen())
            .findFirst()
            .map(it ->
                "What goes on with them is for something else: %s. Both share one budget."
                    .formatted(title(it, policy)))
            .orElse("Nobody began to follow up with them for this.");
    return new Line(
        person,
        "Nothing is planned",
        why,
        "",
        null,
        "/follow-ups/new?person=%s&pursuit=%s".formatted(person, pursuit.id()),
        false);
  }

  private static String title(Planned planned, CadencePolicy policy) {
    return policy
        .situation(planned.followUp().situation())
        .map(Situation::title)
        .orElse("Follow-up");
  }

  private static String look(Next next) {
    return switch (next) {
      case Next.Touch _, Next.Close _, Next.Wait _ -> "scheduled";
      case Next.AskConnector _, Next.Answer _, Next.FixAddress _ -> "ours";
      case Next.Over _ -> "closed";
    };
  }

  private static @Nullable Instant at(Next next) {
    return switch (next) {
      case Next.Touch touch -> touch.best();
      case Next.Close close -> close.best();
      case Next.AskConnector ask -> ask.until();
      case Next.Wait wait -> wait.until();
      case Next.Answer answer -> answer.since();
      case Next.FixAddress _, Next.Over _ -> null;
    };
  }
}
