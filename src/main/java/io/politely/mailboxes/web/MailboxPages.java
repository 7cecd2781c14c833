package io.politely.mailboxes.web;

import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.MailFolder;
import io.politely.mailboxes.SyncLogEntry;
import io.politely.mailboxes.SyncProgress;
import io.politely.mailboxes.web.MailboxPage.FolderLine;
import io.politely.mailboxes.web.MailboxPage.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lays out what is known of a mailbox, as of a moment and in a zone. */
record MailboxPages(Instant now, ZoneId zone) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.UK);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.UK);

  /** Everything that is known of one mailbox. */
  record Known(
      MailAccount account,
      Optional<Instant> provenAt,
      List<MailFolder> folders,
      List<SyncLogEntry> log,
      SyncProgress progress) {}

  MailboxPage page(Known known, MailboxForm form, List<String> problems) {
    var account = known.account();
    return new MailboxPage(
        path(account),
        account.address().value(),
        state(account),
        look(account),
        account.problem(),
        proof(known),
        account.state() == MailAccount.State.PAUSED,
        account.displayName(),
        account.signature(),
        form,
        problems,
        known.folders().stream().map(this::folder).toList(),
        known.log().stream()
            .map(entry -> new LogLine(SECOND.format(entry.at().atZone(zone)), entry.sentence()))
            .toList());
  }

  MailboxesPage.Row row(Known known) {
    var account = known.account();
    return new MailboxesPage.Row(
        path(account),
        account.address().value(),
        state(account),
        look(account),
        account.problem().isEmpty() ? proof(known) : account.problem());
  }

  private static String path(MailAccount account) {
    return "/mailboxes/" + account.id();
  }

  private static String state(MailAccount account) {
    return switch (account.state()) {
      case ACTIVE -> "Reading";
      case PAUSED -> "Paused";
      case NEEDS_ATTENTION -> "Needs attention";
    };
  }

  private static String look(MailAccount account) {
    return switch (account.state()) {
      case ACTIVE -> "theirs";
      case PAUSED -> "scheduled";
      case NEEDS_ATTENTION -> "overdue";
    };
  }

  /** "Complete up to 14:32" is said only of what was compared with the server. */
  private String proof(Known known) {
    var progress = known.progress();
    if (progress.waiting() > 0) {
      return "Reading: %,d messages are missing here%s."
          .formatted(progress.waiting(), progress.timeLeft().map(MailboxPages::left).orElse(""));
    }
    return known
        .provenAt()
        .map(at -> "Complete up to %s.".formatted(moment(at)))
        .orElse("Not compared with the server yet.");
  }

  private static String left(Duration time) {
    long minutes = Math.ceilDiv(Math.max(1, time.toSeconds()), 60);
    return minutes == 1 ? ", about a minute left" : ", about %,d minutes left".formatted(minutes);
  }

  private FolderLine folder(MailFolder folder) {
    var complete = folder.completeUpTo();
    var proof =
        folder.problem().isEmpty()
            ? complete.map(at -> "complete up to " + moment(at)).orElse("not compared yet")
            : folder.problem();
    return new FolderLine(
        folder.name(),
        "%,d".formatted(folder.mark().count()),
        proof,
        complete.isPresent() && folder.problem().isEmpty());
  }

  private String moment(Instant at) {
    var there = at.atZone(zone);
    return there.toLocalDate().equals(LocalDate.ofInstant(now, zone))
        ? TIME.format(there)
        : DAY.format(there);
  }
}
