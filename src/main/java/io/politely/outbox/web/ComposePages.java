package io.politely.outbox.web;

import io.politely.accounts.SignedIn;
import io.politely.kernel.EmailAddress;
import io.politely.mail.Mail;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.Mailboxes;
import io.politely.outbox.Addressees;
import io.politely.outbox.Answered;
import io.politely.outbox.Draft;
import io.politely.outbox.DraftFile;
import io.politely.outbox.DraftId;
import io.politely.outbox.DraftText;
import io.politely.outbox.Outbox;
import io.politely.outbox.TheirClock;
import io.politely.outbox.web.ComposePage.Back;
import io.politely.outbox.web.ComposePage.File;
import io.politely.outbox.web.ComposePage.Notice;
import io.politely.outbox.web.ComposePage.Original;
import io.politely.outbox.web.ComposePage.Sender;
import io.politely.outbox.web.ComposePage.Suggestion;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.web.Moments;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the page on which a letter is written. */
@Component
class ComposePages {

  private static final int SUGGESTED = 200;
  private static final int FOUND = 10;

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
  private static final DateTimeFormatter THERE =
      DateTimeFormatter.ofPattern("EEEE, d MMMM, HH:mm", Locale.ENGLISH);

  private final Outbox outbox;
  private final Mailboxes mailboxes;
  private final People people;
  private final Mail mail;
  private final Clock clock;

  ComposePages(Outbox outbox, Mailboxes mailboxes, People people, Mail mail, Clock clock) {
    this.outbox = outbox;
    this.mailboxes = mailboxes;
    this.people = people;
    this.mail = mail;
    this.clock = clock;
  }

  /** A letter that is not saved yet. */
  ComposePage begun(SignedIn me, DraftId id, DraftText text) {
    return page(me, id, text, null, "", List.of());
  }

  /** A draft. */
  ComposePage saved(SignedIn me, Draft draft, String find, List<String> problems) {
    return page(me, draft.id(), draft.text(), draft, find, problems);
  }

  private ComposePage page(
      SignedIn me,
      DraftId id,
      DraftText text,
      @Nullable Draft draft,
      String find,
      List<String> problems) {
    // Before anything is read: what comes from now on was not seen.
    var known = outbox.known(me.workspace());
    var now = clock.instant();
    var answered =
        Optional.ofNullable(text.answers())
            .flatMap(message -> outbox.answered(me.workspace(), message, me.zone()));
    var recipients =
        Stream.of(text.to(), text.cc(), text.bcc())
            .flatMap(line -> Addressees.of(line).addresses().stream())
            .toList();
    return new ComposePage(
        "/drafts/" + id,
        answered.isPresent() ? "Answer" : "New letter",
        draft != null,
        back(answered),
        senders(me, text),
        text,
        draft == null ? List.of() : draft.files().stream().map(ComposePages::file).toList(),
        people(me, "", SUGGESTED),
        find,
        find.isEmpty() ? List.of() : people(me, find, FOUND),
        answered.map(ComposePages::original).orElse(null),
        morning(me, text, now),
        me.zone().getId().replace('_', ' '),
        FORM.format(now.atZone(me.zone())),
        known.toString(),
        problems,
        notices(me, recipients, answered, draft),
        outbox.opinion(me.workspace(), text, now).orElse(null));
  }

  private static Back back(Optional<Answered> answered) {
    return answered
        .map(it -> new Back("/conversations/" + it.conversation(), "The conversation"))
        .orElse(new Back("/drafts", "Drafts"));
  }

  private List<Sender> senders(SignedIn me, DraftText text) {
    var accounts = mailboxes.accounts(me.workspace());
    var chosen =
        text.account() != null
            ? text.account()
            : accounts.stream().findFirst().map(MailAccount::id).orElse(null);
    return accounts.stream()
        .map(account ->
            new Sender(
                account.id().toString(),
                account.displayName().isBlank()
                    ? account.address().value()
                    : account.displayName() + " <" + account.address() + ">",
                account.signature().strip(),
                account.id().equals(chosen)))
        .toList();
  }

  private List<Suggestion> people(SignedIn me, String search, int limit) {
    return people.persons(me.workspace(), search, Optional.empty(), limit).items().stream()
        .flatMap(ComposePages::suggestion)
        .toList();
  }

  private static Stream<Suggestion> suggestion(Person person) {
    return person.addresses().stream()
        .limit(1)
        .map(address -> new Suggestion(address.address().value(), person.name()));
  }

  private static File file(DraftFile file) {
    return new File(file.id().toString(), file.name(), Sizes.of(file.bytes()));
  }

  private static Original original(Answered answered) {
    return new Original(
        answered.attribution(),
        answered.quoted().strip(),
        "/conversations/" + answered.conversation() + "#m-" + answered.message());
  }

  /** "Monday, 29 June, 09:00 there, … for you; their clock is UTC+2 by their mail of 3 March." */
  private String morning(SignedIn me, DraftText text, Instant now) {
    return Addressees.of(text.to()).addresses().stream()
        .findFirst()
        .flatMap(first -> outbox.clockOf(me.workspace(), first, now))
        .map(theirs -> said(theirs, new Moments(now, me.zone()), now))
        .orElse("");
  }

  private static String said(TheirClock theirs, Moments moments, Instant now) {
    var morning = theirs.morningAfter(now);
    var source =
        "Their clock is at UTC%s, by the Date of their mail of %s"
            .formatted(
                theirs.isVague() ? "" : theirs.offset().getId(), moments.day(theirs.seenAt()));
    var doubt =
        theirs.isVague()
            ? "; some programs write that wherever they are, so it may be wrong."
            : ".";
    return "%s there, %s for you. %s%s"
        .formatted(
            THERE.format(morning.atOffset(theirs.offset())), moments.stamp(morning), source, doubt);
  }

  private List<Notice> notices(
      SignedIn me,
      List<EmailAddress> recipients,
      Optional<Answered> answered,
      @Nullable Draft draft) {
    var notices = new ArrayList<Notice>();
    outbox
        .stopAgainst(me.workspace(), recipients)
        .ifPresent(stop ->
            notices.add(
                new Notice(
                    "Nobody here writes to them any more, so this cannot be sent: " + stop.reason(),
                    "/do-not-contact",
                    "Do not contact",
                    true)));
    if (draft != null && outbox.hasNews(me.workspace(), draft, me.zone())) {
      notices.add(news(me, recipients, answered));
    }
    if (mailboxes.accounts(me.workspace()).isEmpty()) {
      notices.add(
          new Notice(
              "No mailbox is connected that it could be sent from. You can write, and send it"
                  + " later.",
              "/mailboxes",
              "Connect a mailbox",
              false));
    }
    return notices;
  }

  private Notice news(SignedIn me, List<EmailAddress> recipients, Optional<Answered> answered) {
    var path =
        answered
            .map(it -> "/conversations/" + it.conversation())
            .or(() ->
                mail.conversationsWith(me.workspace(), recipients, 1).stream()
                    .findFirst()
                    .map(conversation -> "/conversations/" + conversation.id()))
            .orElse("/conversations");
    return new Notice(
        "Mail came from them since you last worked at this: read it before you send.",
        path,
        "Read it",
        true);
  }
}
