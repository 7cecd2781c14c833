package io.politely.ledger.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.politely.kernel.EmailAddress;
import io.politely.ledger.BesideConversation.Line;
import io.politely.ledger.Debt;
import io.politely.ledger.Decision;
import io.politely.ledger.Evidence;
import io.politely.ledger.Move;
import io.politely.ledger.Promise;
import io.politely.ledger.PromiseLine;
import io.politely.ledger.SnoozeChoice;
import io.politely.ledger.Standing;
import io.politely.ledger.web.ConversationPage.Card;
import io.politely.ledger.web.ConversationPage.DebtLine;
import io.politely.ledger.web.ConversationPage.DecisionLine;
import io.politely.ledger.web.ConversationPage.Extent;
import io.politely.ledger.web.ConversationPage.Verdict;
import io.politely.ledger.web.ConversationPage.Who;
import io.politely.mail.Conversation;
import io.politely.mail.FolderRole;
import io.politely.mail.JoinedBy;
import io.politely.mail.MessageFacts;
import io.politely.mail.MessageId;
import io.politely.mail.StoredMessage;
import io.politely.people.Names;
import io.politely.web.Moments;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays out the page of one conversation, as of a moment and in a zone. */
final class ConversationPages {

  static final int MESSAGES_ON_A_PAGE = 50;

  /** Below this the user is told that it is not certain. */
  private static final double CERTAIN = 0.8;

  private static final int NAMES_SHOWN = 3;

  private final Conversation conversation;
  private final Map<MessageId, MessageFacts> facts;
  private final Optional<Standing> standing;
  private final Faces faces;
  private final List<Line> beside;
  private final Instant now;
  private final ZoneId zone;
  private final String path;

  /** The messages in the order of the page, each with the ids of its copies. */
  private final List<Letter> letters;

  private final Map<MessageId, List<String>> quotes;

  ConversationPages(
      Conversation conversation,
      Map<MessageId, MessageFacts> facts,
      Optional<Standing> standing,
      Faces faces,
      List<Line> beside,
      Instant now,
      ZoneId zone) {
    this.conversation = conversation;
    this.facts = facts;
    this.standing = standing;
    this.faces = faces;
    this.beside = beside;
    this.now = now;
    this.zone = zone;
    this.path = "/conversations/" + conversation.id();
    this.letters = Letter.newestFirst(conversation.messages());
    this.quotes = standing.map(ConversationPages::quotes).orElse(Map.of());
  }

  /** Everybody whose name the page shows. */
  static Set<EmailAddress> addresses(Conversation conversation, Optional<Standing> standing) {
    var all = new LinkedHashSet<EmailAddress>();
    for (var message : conversation.messages()) {
      message.sender().ifPresent(all::add);
      all.addAll(message.to());
      all.addAll(message.cc());
    }
    standing.ifPresent(known -> {
      known.move().with().ifPresent(all::add);
      all.addAll(Names.mentioned(List.of(known.move().reason())));
    });
    return all;
  }

  /** The page with this number, from 1; the nearest where there is none. */
  ConversationPage page(int wanted) {
    var moments = new Moments(now, zone);
    int pages = Math.ceilDiv(letters.size(), MESSAGES_ON_A_PAGE);
    int page = Math.clamp(wanted, 1, Math.max(1, pages));
    int first = (page - 1) * MESSAGES_ON_A_PAGE;
    int last = Math.min(first + MESSAGES_ON_A_PAGE, letters.size());
    return new ConversationPage(
        path,
        conversation.subject().isBlank() ? "No subject" : conversation.subject(),
        others(),
        standing.map(known -> verdict(known)).orElse(null),
        standing.stream().flatMap(known -> known.promises().stream()).map(this::promise).toList(),
        standing.stream().flatMap(known -> known.debts().stream()).map(this::debt).toList(),
        standing.map(Standing::decisions).orElse(List.of()).reversed().stream()
            .map(this::decision)
            .toList(),
        people(),
        beside,
        letters.subList(first, last).stream().map(this::card).toList(),
        new Extent(
            letters.size(),
            first + 1,
            last,
            page > 1 ? pagePath(page - 1) : "",
            page < pages ? pagePath(page + 1) : ""),
        SnoozeChoice.buttons(moments),
        moments.today().plusDays(1).toString());
  }

  private String pagePath(int page) {
    return page == 1 ? path : path + "?page=" + page;
  }

  /** Where a message of this conversation is shown. */
  private String place(MessageId message) {
    for (int i = 0; i < letters.size(); i++) {
      if (letters.get(i).copies().contains(message)) {
        return pagePath(i / MESSAGES_ON_A_PAGE + 1) + "#m-" + letters.get(i).shown().id();
      }
    }
    return path;
  }

  private Optional<StoredMessage> message(MessageId id) {
    return conversation.messages().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private When when(Instant at) {
    return When.of(at, now, zone);
  }

  private Verdict verdict(Standing known) {
    var move = known.move();
    var state = state(move);
    var words = move.evidence() instanceof Evidence.Words shown ? shown : null;
    return new Verdict(
        state.look(),
        state.word(),
        state.icon(),
        faces.in(move.reason()),
        words == null ? "" : words.quote(),
        words == null ? "" : place(words.message()),
        words == null ? "" : message(words.message()).map(this::about).orElse("the message"),
        when(move.since()),
        move.with().map(faces::of).orElse(null),
        state.due() == null ? null : when(state.due()),
        state.dueWord(),
        doubt(move),
        words == null,
        state.isOpen());
  }

  /** How a move looks at this moment. */
  private record State(
      String look,
      String word,
      String icon,
      @Nullable Instant due,
      String dueWord,
      boolean isOpen) {}

  private State state(Move move) {
    return switch (move) {
      case Move.Ours ours ->
          ours.due().isBefore(now)
              ? new State("overdue", "Your move, overdue", "overdue", ours.due(), "Was due", true)
              : new State("ours", "Your move", "ours", ours.due(), "Due", true);
      case Move.Theirs theirs ->
          new State(
              "theirs",
              "Their move",
              "theirs",
              theirs.due(),
              theirs.due().isBefore(now) ? "Polite to ask since" : "Polite to ask from",
              true);
      case Move.Scheduled parked ->
          parked.until().isAfter(now)
              ? new State("scheduled", "Scheduled", "scheduled", parked.until(), "Comes back", true)
              : new State("ours", "Your move", "ours", parked.until(), "Came back", true);
      case Move.Nobodys _ -> new State("nobodys", "Nobody’s move", "nobodys", null, "", false);
      case Move.Closed _ -> new State("closed", "Closed", "closed", null, "", false);
      case Move.Unsure _ -> new State("unsure", "Unsure", "unsure", null, "", true);
    };
  }

  private static String doubt(Move move) {
    var percent = Math.round(move.confidence() * 100) + " %";
    if (move instanceof Move.Unsure) {
      return "The messages do not tell (" + percent + " sure). Say whose move it is.";
    }
    return move.confidence() < CERTAIN ? "Not certain: " + percent + " sure." : "";
  }

  /** "Grace Hopper, 3 March". */
  private String about(StoredMessage message) {
    return writer(message).name() + ", " + when(message.sentAt()).day();
  }

  private PromiseLine promise(Promise promise) {
    return PromiseLine.of(
        promise, faces.of(promise.promiser()).name(), place(promise.message()), now, zone);
  }

  private DebtLine debt(Debt debt) {
    return new DebtLine(
        faces.of(debt.owedTo()).name(),
        faces.in(debt.reason()),
        debt.due().isBefore(now),
        when(debt.due()),
        place(debt.evidence()));
  }

  private DecisionLine decision(Decision decision) {
    return new DecisionLine(
        said(decision),
        decision.note(),
        when(decision.decidedAt()),
        path + "/decisions/" + decision.id());
  }

  private String said(Decision decision) {
    return switch (decision.verdict()) {
      case SETTLED -> "Settled";
      case SNOOZED ->
          decision.until() == null ? "Snoozed" : "Snoozed until " + when(decision.until()).day();
      case NOT_MINE -> "Not yours to answer";
      case OURS -> "Your move";
      case THEIRS -> "Their move";
      case REOPENED -> "Reopened";
    };
  }

  private Who writer(StoredMessage message) {
    return faces.of(message.from(), message.fromName());
  }

  /** Everybody who wrote, then everybody who was written to; we ourselves are not listed. */
  private List<Who> people() {
    var all = new LinkedHashMap<String, Who>();
    Stream.concat(
            conversation.messages().stream().map(this::writer),
            conversation.messages().stream()
                .flatMap(message -> Stream.concat(message.to().stream(), message.cc().stream()))
                .map(faces::of))
        .filter(who -> !who.isUs())
        .forEach(who -> all.putIfAbsent(who.hasPage() ? who.path() : who.name(), who));
    return List.copyOf(all.values());
  }

  private String others() {
    return named(people().stream().map(Who::name).toList());
  }

  private static String named(List<String> names) {
    if (names.size() <= NAMES_SHOWN) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, NAMES_SHOWN - 1))
        + " and %d others".formatted(names.size() - NAMES_SHOWN + 1);
  }

  private Card card(Letter letter) {
    var message = letter.shown();
    var known = facts.getOrDefault(message.id(), MessageFacts.NONE);
    return new Card(
        "m-" + message.id(),
        "/messages/" + message.id(),
        writer(message),
        recipients(message),
        when(message.sentAt()),
        message.subject(),
        badges(message),
        MarkedText.of(message.reading().newestText(), quotes.getOrDefault(message.id(), List.of())),
        isEvidence(letter),
        !message.reading().kind().isPersonal(),
        known.hasHtml(),
        known.attachments(),
        letter.copies().stream()
            .mapToInt(copy -> facts.getOrDefault(copy, MessageFacts.NONE).copies())
            .sum(),
        known.joinedBy() == JoinedBy.JUDGEMENT ? Math.round(known.confidence() * 100) + " %" : "",
        known.joinedBy() == JoinedBy.JUDGEMENT
            ? known.parent().map(MessageId::toString).orElse("")
            : "");
  }

  /** The words to mark in each message: what shows the move, and what was promised. */
  private static Map<MessageId, List<String>> quotes(Standing standing) {
    var quotes = new HashMap<MessageId, List<String>>();
    if (standing.move().evidence() instanceof Evidence.Words words) {
      quotes.computeIfAbsent(words.message(), any -> new ArrayList<>()).add(words.quote());
    }
    for (var promise : standing.promises()) {
      quotes.computeIfAbsent(promise.message(), any -> new ArrayList<>()).add(promise.quote());
    }
    return quotes;
  }

  private boolean isEvidence(Letter letter) {
    return standing
        .map(known -> known.move().evidence())
        .filter(evidence ->
            evidence instanceof Evidence.Words words && letter.copies().contains(words.message()))
        .isPresent();
  }

  private String recipients(StoredMessage message) {
    var all =
        Stream.concat(message.to().stream(), message.cc().stream())
            .map(address -> faces.isOurs(address) ? "you" : faces.of(address).name())
            .distinct()
            .toList();
    return all.isEmpty() ? "" : "to " + named(all);
  }

  private static List<String> badges(StoredMessage message) {
    var kind =
        switch (message.reading().kind()) {
          case HUMAN -> "";
          case LIST -> "Mailing list";
          case CALENDAR_ANSWER -> "Calendar answer";
          case OUT_OF_OFFICE -> "Out of office";
          case AUTOMATIC_REPLY -> "Automatic reply";
          case CHALLENGE -> "Asks for confirmation";
          case BOUNCE -> "Not delivered";
          case SOFT_BOUNCE -> "Not delivered this time";
          case DELAY -> "Not delivered yet";
          case COMPLAINT -> "Marked as unwanted";
          case NEWSLETTER -> "Newsletter or notice";
        };
    var folder =
        message.folders().equals(Set.of(FolderRole.DRAFTS))
            ? "Draft, not sent"
            : message.folders().equals(Set.of(FolderRole.JUNK))
                ? "Junk"
                : message.folders().equals(Set.of(FolderRole.TRASH)) ? "In the bin" : "";
    return Stream.of(kind, folder).filter(badge -> !badge.isEmpty()).toList();
  }

  /**
   * A message with its copies: stored twice where a list or a provider changed it on its way.
   *
   * @param shown the first of them
   */
  private record Letter(StoredMessage shown, Set<MessageId> copies) {

    /** What makes two stored messages one to a reader. */
    private record Identity(String id, @Nullable EmailAddress from, String text) {}

    static List<Letter> newestFirst(List<StoredMessage> messages) {
      return messages.stream()
          .collect(groupingBy(Letter::identity, LinkedHashMap::new, toList()))
          .values()
          .stream()
          .map(same ->
              new Letter(
                  same.getFirst(),
                  same.stream().map(StoredMessage::id).collect(Collectors.toSet())))
          .toList()
          .reversed();
    }

    private static Identity identity(StoredMessage message) {
      var internetId = message.internetId();
      return internetId == null
          ? new Identity(message.id().toString(), null, "")
          : new Identity(
              internetId,
              message.from(),
              message.reading().newestText().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
    }
  }
}
