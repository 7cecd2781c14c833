package io.politely.today.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.cadence.CadencePolicy;
import io.politely.cadence.Next;
import io.politely.cadence.Planned;
import io.politely.cadence.Pushiness;
import io.politely.cadence.ReasonLines;
import io.politely.cadence.Situation;
import io.politely.cadence.TheirHours;
import io.politely.contacts.TheirZone;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Move;
import io.politely.mail.ConversationId;
import io.politely.mail.Exchange;
import io.politely.outbox.Reach;
import io.politely.patience.Patience;
import io.politely.people.AddressKind;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.today.web.Persistence.Row;
import io.politely.touches.Touch;
import io.politely.web.When;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what there is to know before one writes to somebody again. */
@Component
class Persisting {

  private final Patience patience;
  private final Cadence followUps;
  private final Accounts accounts;

  Persisting(Patience patience, Cadence followUps, Accounts accounts) {
    this.patience = patience;
    this.followUps = followUps;
    this.accounts = accounts;
  }

  /**
   * What passed between us and somebody lately.
   *
   * @param exchanges the newest first
   * @param moves of their conversations
   * @param zone theirs, where it is known
   * @param reach which of their addresses take mail, and whether nobody writes to them any more
   */
  record Between(
      Person person,
      List<Exchange> exchanges,
      List<Touch> touches,
      Map<ConversationId, Move> moves,
      Optional<TheirZone> zone,
      Reach reach) {

    Between {
      exchanges = List.copyOf(exchanges);
      touches = List.copyOf(touches);
      moves = Map.copyOf(moves);
    }

    boolean mayBeWrittenTo() {
      return reach.stop().isEmpty()
          && (person.kind() == AddressKind.PERSON || person.kind() == AddressKind.ROLE)
          && person.mailAddressBut(reach.bounced()).isPresent();
    }

    /** Our newest letter, where it is their turn and neither they nor others answered it. */
    Optional<Exchange> unanswered(Set<EmailAddress> own) {
      for (var exchange : exchanges) {
        if (exchange.byThem() && exchange.kind().isPersonal()) {
          return Optional.empty();
        }
        if (isOurs(exchange, own)) {
          return Optional.of(exchange)
              .filter(it -> moves.get(it.conversation()) instanceof Move.Theirs)
              .filter(it -> !wasAnsweredBeside(it));
        }
      }
      return Optional.empty();
    }

    boolean wasWrittenTo(Set<EmailAddress> own) {
      return exchanges.stream().anyMatch(exchange -> isOurs(exchange, own));
    }

    private static boolean isOurs(Exchange exchange, Set<EmailAddress> own) {
      return exchange.kind().isPersonal() && exchange.sender().filter(own::contains).isPresent();
    }

    private boolean wasAnsweredBeside(Exchange letter) {
      return touches.stream()
          .anyMatch(touch -> touch.isConversation() && touch.at().isAfter(letter.sentAt()));
    }
  }

  TheirHours hours(WorkspaceId workspace, PersonId person) {
    return followUps.hours(workspace, person);
  }

  Persistence with(SignedIn me, Between between, Instant now) {
    var workspace = me.workspace();
    var person = between.person().id();
    var policy = followUps.policy(workspace);
    var planned = followUps.with(workspace, person);
    var rows = planned.stream().map(it -> row(it, policy, now, me)).toList();
    var path = "/people/" + person;
    var today = now.atZone(me.zone()).toLocalDate();
    var news = ReasonLines.of(followUps.news(workspace, person, today), path, path);
    if (!between.mayBeWrittenTo()) {
      return new Persistence(null, null, rows, news, "");
    }
    var begin = "/follow-ups/new?person=" + person;
    var own = accounts.ownAddresses(workspace);
    if (!between.wasWrittenTo(own)) {
      return new Persistence(null, null, rows, news, begin);
    }
    var first = first(planned);
    return new Persistence(
        chance(me, between, own, policy.soonestFollowUp(), first, now),
        PushinessGauge.of(
            followUps.pushiness(workspace, person, now),
            first.map(Reaching::after).orElse(null),
            policy.caps()),
        rows,
        news,
        begin);
  }

  private ChancePicture chance(
      SignedIn me,
      Between between,
      Set<EmailAddress> own,
      int soonest,
      Optional<Reaching> first,
      Instant now) {
    var person = between.person().id();
    var calendar = TheirCalendar.of(between.zone(), me.zone(), soonest, now);
    return between
        .unanswered(own)
        .flatMap(letter ->
            patience
                .chance(me.workspace(), person, letter.message(), now)
                .map(chance ->
                    ChancePicture.of(
                        chance,
                        letter,
                        calendar.planned(first.map(Reaching::earliest).orElse(null)))))
        .orElseGet(() ->
            ChancePicture.ofNext(patience.chanceOfNext(me.workspace(), person, now), calendar));
  }

  /** A planned touch. {@code after}: how much would press on them then. */
  private record Reaching(Instant earliest, Pushiness after) {}

  /** The touch that comes first, of all that goes on. */
  private static Optional<Reaching> first(List<Planned> planned) {
    return planned.stream()
        .filter(it -> it.followUp().isOpen())
        .flatMap(it ->
            switch (it.next()) {
              case Next.Touch touch -> Stream.of(new Reaching(touch.earliest(), touch.after()));
              case Next.Close close -> Stream.of(new Reaching(close.earliest(), close.after()));
              case Next.AskConnector _,
                  Next.Wait _,
                  Next.Answer _,
                  Next.FixAddress _,
                  Next.Over _ ->
                  Stream.of();
            })
        .min(Comparator.comparing(Reaching::earliest));
  }

  private static Row row(Planned planned, CadencePolicy policy, Instant now, SignedIn me) {
    var followUp = planned.followUp();
    var next = planned.next();
    var ended = followUp.ended();
    return new Row(
        "/follow-ups/" + followUp.id(),
        policy.situation(followUp.situation()).map(Situation::title).orElse("Follow-up"),
        ended == null ? look(next) : "closed",
        ended == null ? word(next) : ended.how().said(),
        ended == null || ended.why().isEmpty() ? next.reason() : ended.why(),
        Optional.ofNullable(ended == null ? at(next) : ended.at())
            .map(at -> When.of(at, now, me.zone()))
            .orElse(null));
  }

  private static String look(Next next) {
    return switch (next) {
      case Next.Touch _, Next.Close _, Next.Wait _ -> "scheduled";
      case Next.AskConnector _, Next.Answer _, Next.FixAddress _ -> "ours";
      case Next.Over _ -> "closed";
    };
  }

  private static String word(Next next) {
    return switch (next) {
      case Next.Touch touch ->
          "%s %d of %d".formatted(touch.channel().said(), touch.number(), touch.of());
      case Next.Close _ -> "A last letter";
      case Next.AskConnector _ -> "Ask somebody who knows them";
      case Next.Wait _ -> "Wait";
      case Next.Answer _ -> "Answer them";
      case Next.FixAddress _ -> "Find another address";
      case Next.Over over -> over.end().said();
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
