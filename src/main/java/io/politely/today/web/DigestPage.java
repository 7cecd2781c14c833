package io.politely.today.web;

import io.politely.mailboxes.MailAccount;
import io.politely.today.DigestChoice;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether and when a member gets a digest by mail.
 *
 * @param zone where their hours are
 * @param to the address that it goes to
 * @param from the mailbox that it leaves from, or ""
 * @param server where its links lead
 * @param problem why it does not reach them, a sentence, or ""
 * @param remedy the path where that can be put right, or ""
 * @param hourProblem what is wrong with what was entered, or ""
 */
public record DigestPage(
    boolean isOn,
    boolean workdaysOnly,
    List<Hour> hours,
    String zone,
    String to,
    String from,
    String server,
    String problem,
    String remedy,
    String hourProblem) {

  private static final int HOURS = 24;

  public DigestPage {
    hours = List.copyOf(hours);
  }

  /** An hour to choose. */
  public record Hour(int hour, String said, boolean isChosen) {}

  static List<Hour> hours(Optional<DigestChoice> choice) {
    int chosen = choice.map(DigestChoice::hour).orElse(-1);
    return IntStream.range(0, HOURS)
        .mapToObj(hour -> new Hour(hour, "%d:00".formatted(hour), hour == chosen))
        .toList();
  }

  /** Why a mailbox sends nothing now, or "". */
  static String problem(Optional<MailAccount> from) {
    if (from.isEmpty()) {
      return "It leaves from your own mailbox, and none is connected.";
    }
    return switch (from.get().state()) {
      case ACTIVE -> "";
      case PAUSED -> "Your mailbox is paused: nothing leaves from it.";
      case NEEDS_ATTENTION -> "Your mailbox needs attention before anything leaves from it.";
    };
  }
}
