package io.politely.pursuits.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.Member;
import io.politely.accounts.Token;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Evidence;
import io.politely.ledger.Ledger;
import io.politely.ledger.Move;
import io.politely.mail.ConversationSummary;
import io.politely.mail.Mail;
import io.politely.people.People;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import io.politely.pursuits.Outcome;
import io.politely.pursuits.OwedOutcome;
import io.politely.pursuits.Part;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.pursuits.StatusLink;
import io.politely.pursuits.StatusVisit;
import io.politely.pursuits.web.StatusPage.Entered;
import io.politely.web.When;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a status page shows. Reading it changes nothing. */
@Component
class StatusPages {

  private static final int CONVERSATIONS_ASKED = 20;

  private final Pursuits pursuits;
  private final People people;
  private final Mail mail;
  private final Ledger ledger;
  private final Accounts accounts;
  private final Clock clock;

  StatusPages(
      Pursuits pursuits, People people, Mail mail, Ledger ledger, Accounts accounts, Clock clock) {
    this.pursuits = pursuits;
    this.people = people;
    this.mail = mail;
    this.ledger = ledger;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The page that a token opens; empty for one that is unknown, expired or revoked. */
  Optional<StatusPage> page(Token token, Entered entered) {
    var workspace = token.workspace();
    return pursuits
        .visit(workspace, token, clock.instant())
        .flatMap(visit ->
            pursuits
                .pursuit(workspace, visit.link().pursuit())
                .flatMap(pursuit ->
                    part(workspace, visit.link())
                        .map(part -> page(token, visit, pursuit, part, entered))));
  }

  private StatusPage page(
      Token token, StatusVisit visit, Pursuit pursuit, Part part, Entered entered) {
    var workspace = token.workspace();
    var link = visit.link();
    var zone = zone(workspace, link);
    var now = clock.instant();
    var owed = owed(workspace, link, zone);
    var moves = moves(workspace, link.person());
    var newest = moves.isEmpty() ? null : moves.getFirst();
    return new StatusPage(
        "/status/" + token.text(),
        pursuit.title(),
        company(pursuit, part),
        stage(workspace, pursuit, part),
        StatusTurn.of(owed, isTold(workspace, link), newest).said(),
        owed == null ? null : When.of(owed.due(), now, zone),
        owed != null && owed.byUs() && owed.due().isBefore(now),
        next(moves, now).map(it -> When.of(it, now, zone)).orElse(null),
        link.answers().isEmpty() ? null : When.of(link.answers().getLast().at(), now, zone),
        visit.form(),
        entered);
  }

  /** For whom one searches is theirs to tell: nobody else learns it from here. */
  private static String company(Pursuit pursuit, Part part) {
    return pursuit.kind() == PursuitKind.SEARCH && part.role() != Role.CLIENT
        ? ""
        : pursuit.company();
  }

  private Optional<Part> part(WorkspaceId workspace, StatusLink link) {
    return pursuits.parts(workspace, link.pursuit()).stream()
        .filter(part -> part.person().equals(link.person()))
        .findFirst();
  }

  /** A candidate's own stage; for everybody else the pursuit's. */
  private String stage(WorkspaceId workspace, Pursuit pursuit, Part part) {
    return part.role() == Role.CANDIDATE && !part.stage().isEmpty()
        ? BoardPage.name(pursuits.candidateStages(), part.stage())
        : BoardPage.name(pursuits.stages(workspace, pursuit.kind()), pursuit.stage());
  }

  /** Ours before theirs. */
  private @Nullable OwedOutcome owed(WorkspaceId workspace, StatusLink link, ZoneId zone) {
    return pursuits.owed(workspace, link.pursuit(), zone).stream()
        .filter(it -> it.person().equals(link.person()))
        .min(Comparator.comparing(it -> !it.byUs()))
        .orElse(null);
  }

  private boolean isTold(WorkspaceId workspace, StatusLink link) {
    return pursuits.outcomes(workspace, link.pursuit()).stream()
        .filter(it -> it.fromUs() && it.person().equals(link.person()))
        .anyMatch(Outcome::isDelivered);
  }

  /**
   * Of conversations whose other side is this person, the newest first; not of those about them.
   */
  private List<Move> moves(WorkspaceId workspace, PersonId id) {
    var person = people.persons(workspace, List.of(id)).get(id);
    if (person == null) {
      return List.of();
    }
    var addresses = person.addresses().stream().map(PersonAddress::address).toList();
    var conversations =
        mail.conversationsWith(workspace, addresses, CONVERSATIONS_ASKED).stream()
            .map(ConversationSummary::id)
            .toList();
    var moves = ledger.moves(workspace, conversations);
    return conversations.stream()
        .flatMap(it -> Stream.ofNullable(moves.get(it)))
        .filter(move -> move.with().filter(it -> addresses.contains(it)).isPresent())
        .toList();
  }

  /** A day that the words of a message named; a day that the user put it off to is nobody's. */
  private static Optional<Instant> next(List<Move> moves, Instant now) {
    return moves.stream()
        .flatMap(move ->
            move instanceof Move.Scheduled it && it.evidence() instanceof Evidence.Words
                ? Stream.of(it.until())
                : Stream.empty())
        .filter(it -> it.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  /** Days are those of whoever made the page. */
  private ZoneId zone(WorkspaceId workspace, StatusLink link) {
    return accounts.members(workspace).stream()
        .filter(member -> member.id().equals(link.madeBy()))
        .map(Member::zone)
        .findFirst()
        .orElse(ZoneOffset.UTC);
  }
}
