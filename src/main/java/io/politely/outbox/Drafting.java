package io.politely.outbox;

import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.MessageParser;
import io.politely.mail.ParseResult.Parsed;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.Mailboxes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Drafts: kept as they were typed, made into messages to look at, and approved by the hash of what
 * was looked at. Runs in the transactions of {@link Outbox}.
 */
@Component
class Drafting {

  private static final int LONGEST_BEGINNING = 300;
  private static final int MOST_SHOWN = 200;
  private static final int MOST_FILES = 50;
  private static final Duration DISCARDED_FOR = Duration.ofDays(30);

  /** A minute too late, and the day passed while the form was open. */
  private static final Duration LATE_IN_THE_FORM = Duration.ofMinutes(1);

  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  private final DraftStore drafts;
  private final StopStore stops;
  private final Answering answering;
  private final LetterBuilder builder;
  private final MessageParser parser;
  private final MessageIds messageIds;
  private final Mailboxes mailboxes;
  private final Accounts accounts;
  private final WritingSettings settings;
  private final NewIds ids;

  Drafting(
      DraftStore drafts,
      StopStore stops,
      Answering answering,
      LetterBuilder builder,
      MessageParser parser,
      MessageIds messageIds,
      Mailboxes mailboxes,
      Accounts accounts,
      WritingSettings settings,
      NewIds ids) {
    this.drafts = drafts;
    this.stops = stops;
    this.answering = answering;
    this.builder = builder;
    this.parser = parser;
    this.messageIds = messageIds;
    this.mailboxes = mailboxes;
    this.accounts = accounts;
    this.settings = settings;
    this.ids = ids;
  }

  /** Saves what was typed, whatever it is. Answers why files were not kept, "" where all were. */
  String save(
      WorkspaceId workspace,
      DraftId id,
      DraftText text,
      List<Enclosure> attached,
      Collection<UUID> detached,
      MemberId by,
      Instant knownAt,
      Instant now) {
    drafts.save(workspace, id, text, by, knownAt, now);
    detached.forEach(file -> drafts.detach(workspace, id, file));
    var there = drafts.files(workspace, id);
    long bytes =
        there.stream().mapToLong(DraftFile::bytes).sum()
            + attached.stream().mapToLong(file -> file.content().length).sum();
    if (bytes > NewLetter.MOST_BYTES_ENCLOSED) {
      return "The attachments would be larger than 20 MB together: send a link instead.";
    }
    if (there.size() + attached.size() > MOST_FILES) {
      return "A letter has at most %d attachments.".formatted(MOST_FILES);
    }
    attached.forEach(file -> drafts.attach(workspace, id, ids.next(), file));
    return "";
  }

  List<Draft> all(WorkspaceId workspace) {
    return drafts.all(workspace, LONGEST_BEGINNING, MOST_SHOWN);
  }

  boolean discard(WorkspaceId workspace, DraftId id, Instant now) {
    drafts.forgetDiscarded(workspace, now.minus(DISCARDED_FOR));
    return drafts.discard(workspace, id, now);
  }

  /**
   * Makes the message that would leave, and keeps it to be looked at.
   *
   * @return why it cannot leave, sentences; empty where it was made
   */
  List<String> prepare(WorkspaceId workspace, DraftId id, ZoneId zone, Instant now) {
    var draft = drafts.one(workspace, id).orElseThrow();
    var text = draft.text();
    var problems = new ArrayList<String>();
    var from = account(workspace, text);
    if (from.isEmpty()) {
      problems.add("Choose the mailbox that it is sent from.");
    }
    var answered = answered(workspace, text, zone);
    if (text.answers() != null && answered.isEmpty()) {
      problems.add("The message that this answers is gone: write a new letter instead.");
    }
    problems.addAll(unreadable(text));
    var letter = letter(workspace, id, text, answered.orElse(null));
    problems.addAll(letter.problems());
    stops
        .against(workspace, letter.recipients().stream().map(EmailAddress::value).toList())
        .ifPresent(stop -> problems.add(refused(stop)));
    var due = due(workspace, text, letter, zone, now);
    if (due instanceof Due.Unclear(var sentence)) {
      problems.add(sentence);
    }
    if (!problems.isEmpty() || !(due instanceof Due.At(var dueAt))) {
      return List.copyOf(problems);
    }
    var sender = from.orElseThrow();
    var internetId = messageIds.next(workspace, sender.address().domain());
    // The date in the message is that of its leaving: one of days ago looks like spam.
    var date = (dueAt == null ? now : dueAt).atZone(zone);
    drafts.prepare(
        workspace, id, internetId, builder.build(letter, sender, internetId, date), dueAt);
    return List.of();
  }

  /** What was made of a draft last; empty where it was changed since. */
  Optional<Prepared> prepared(WorkspaceId workspace, DraftId id, ZoneId zone) {
    var message = drafts.prepared(workspace, id);
    var draft = drafts.one(workspace, id);
    var from = draft.flatMap(it -> account(workspace, it.text()));
    if (message.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    var text = draft.orElseThrow().text();
    var made = message.get();
    return Optional.of(
        new Prepared(
            letter(workspace, id, text, answered(workspace, text, zone).orElse(null)),
            from.get(),
            made.internetId(),
            made.bytes(),
            made.dueAt()));
  }

  /**
   * The mail that a person approved by looking at it.
   *
   * @param knownAt what came before this moment was before their eyes
   */
  Approved approved(WorkspaceId workspace, Prepared prepared, MemberId by, Instant knownAt) {
    var present = drafts.now(workspace);
    var soon = present.plus(settings.undo());
    var due = prepared.due().filter(soon::isBefore).orElse(soon);
    var letter = prepared.letter();
    var answered = letter.answered();
    return new Approved(
        prepared.from().id(),
        prepared.internetId(),
        letter.to(),
        letter.cc(),
        letter.bcc(),
        letter.subject(),
        letter.body(),
        answered.map(Answered::conversation).orElse(null),
        answered.map(Answered::message).orElse(null),
        answered.map(Answered::threadIds).orElse(List.of()),
        prepared.bytes(),
        knownAt.isBefore(present) ? knownAt : present,
        by,
        due,
        due.plus(settings.timely()));
  }

  /** Whether something came that the gate would hold this draft for. */
  boolean hasNews(WorkspaceId workspace, Draft draft, ZoneId zone) {
    var text = draft.text();
    var recipients = new ArrayList<EmailAddress>(Addressees.of(text.to()).addresses());
    recipients.addAll(Addressees.of(text.cc()).addresses());
    recipients.addAll(Addressees.of(text.bcc()).addresses());
    return drafts.hasNews(
        workspace,
        draft.id(),
        recipients,
        answered(workspace, text, zone).map(Answered::threadIds).orElse(List.of()),
        accounts.ownAddresses(workspace));
  }

  /** Makes a draft of a mail that was withdrawn, with its files. */
  DraftId giveBack(
      WorkspaceId workspace, OutgoingMail mail, LetterBytes letter, ZoneId zone, Instant now) {
    var id = new DraftId(mail.id().value());
    var bytes = letter.toArray();
    var parsed = parser.parse(bytes, null) instanceof Parsed(var message) ? message : null;
    boolean isQuoting =
        parsed != null
            && parsed.letter().text() != null
            && parsed.letter().text().lines().anyMatch(line -> line.startsWith(">"));
    boolean isLater = mail.dueAt().isAfter(mail.approvedAt().plus(settings.undo()).plusSeconds(1));
    drafts.giveBack(
        workspace,
        id,
        isQuoting,
        isLater ? Leaving.AT : Leaving.NOW,
        isLater ? TYPED.format(mail.dueAt().atZone(zone)) : "",
        now);
    int files = parsed == null ? 0 : parsed.attachments().size();
    for (int i = 0; i < files; i++) {
      parser
          .attachment(bytes, i)
          .ifPresent(file ->
              drafts.attach(
                  workspace,
                  id,
                  ids.next(),
                  new Enclosure(
                      file.attachment().name(), file.attachment().type(), file.content())));
    }
    return id;
  }

  private NewLetter letter(
      WorkspaceId workspace, DraftId id, DraftText text, @Nullable Answered answered) {
    return new NewLetter(
        Addressees.of(text.to()).addresses(),
        Addressees.of(text.cc()).addresses(),
        Addressees.of(text.bcc()).addresses(),
        text.subject(),
        text.body(),
        answered == null || text.isQuoting() ? answered : answered.unquoted(),
        drafts.enclosures(workspace, id));
  }

  private Optional<Answered> answered(WorkspaceId workspace, DraftText text, ZoneId zone) {
    return Optional.ofNullable(text.answers())
        .flatMap(message -> answering.answered(workspace, message, zone));
  }

  private Optional<MailAccount> account(WorkspaceId workspace, DraftText text) {
    return Optional.ofNullable(text.account())
        .flatMap(account -> mailboxes.account(workspace, account));
  }

  /** When a letter is to leave. */
  private sealed interface Due {

    /** {@code at} null: at once. */
    record At(@Nullable Instant at) implements Due {}

    record Unclear(String sentence) implements Due {}
  }

  private Due due(
      WorkspaceId workspace, DraftText text, NewLetter letter, ZoneId zone, Instant now) {
    return switch (text.leaving()) {
      case NOW -> new Due.At(null);
      case MORNING ->
          letter.to().stream()
              .findFirst()
              .flatMap(first -> answering.clockOf(workspace, first, now))
              .<Due>map(clock -> new Due.At(clock.morningAfter(now)))
              .orElseGet(() ->
                  new Due.Unclear(
                      "When their morning is cannot be told, since they have not written to you"
                          + " lately: choose a day and time."));
      case AT -> typed(text.leavingAt(), zone, now);
    };
  }

  private static Due typed(String leavingAt, ZoneId zone, Instant now) {
    try {
      // A time that the clocks skip is moved behind the gap, one that comes twice is the earlier.
      var at = LocalDateTime.parse(leavingAt.strip()).atZone(zone).toInstant();
      if (at.isBefore(now.minus(LATE_IN_THE_FORM))) {
        return new Due.Unclear("The day and time at which it is to leave are over.");
      }
      return at.isAfter(now.plus(365, ChronoUnit.DAYS))
          ? new Due.Unclear("Choose a day within a year.")
          : new Due.At(at);
    } catch (DateTimeException e) {
      return new Due.Unclear("Choose the day and time at which it is to leave.");
    }
  }

  private static List<String> unreadable(DraftText text) {
    return List.of(text.to(), text.cc(), text.bcc()).stream()
        .flatMap(line -> Addressees.of(line).unreadable().stream())
        .map(part -> "“%s” is no address.".formatted(part))
        .toList();
  }

  private static String refused(Stop stop) {
    return "Nobody here writes to them any more, so it cannot be sent: " + stop.reason();
  }
}
