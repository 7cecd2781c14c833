package io.politely.ledger.web;

import io.politely.ledger.BesideConversation.Line;
import io.politely.ledger.PromiseLine;
import io.politely.ledger.SnoozeChoice;
import io.politely.mail.Attachment;
import io.politely.web.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page of a conversation.
 *
 * @param path where it is
 * @param others the names of those in it who are not us, for its heading
 * @param verdict whose move it is, or null until the ledger knows it
 * @param decisions those in force, the newest first
 * @param beside what other modules lead to
 * @param messages those of this page, the newest first
 * @param tomorrow the first day that it can be put off to, as 2026-03-09
 */
public record ConversationPage(
    String path,
    String subject,
    String others,
    @Nullable Verdict verdict,
    List<PromiseLine> promises,
    List<DebtLine> debts,
    List<DecisionLine> decisions,
    List<Who> people,
    List<Line> beside,
    List<Card> messages,
    Extent extent,
    List<SnoozeChoice.Button> snoozes,
    String tomorrow) {

  public ConversationPage {
    promises = List.copyOf(promises);
    debts = List.copyOf(debts);
    decisions = List.copyOf(decisions);
    people = List.copyOf(people);
    beside = List.copyOf(beside);
    messages = List.copyOf(messages);
    snoozes = List.copyOf(snoozes);
  }

  /** Whether there is anything to show beside the messages. */
  public boolean hasAside() {
    return !people.isEmpty() || !promises.isEmpty() || !debts.isEmpty() || !decisions.isEmpty();
  }

  /**
   * Somebody in the conversation.
   *
   * @param path of their page, or "" where they have none
   * @param about the company or the kind of address, or ""
   */
  public record Who(
      String name, String address, String path, String about, String initials, boolean isUs) {

    /** Whether they have a page. */
    public boolean hasPage() {
      return !path.isEmpty();
    }
  }

  /**
   * Whose move it is.
   *
   * @param look the suffix of its style: ours, theirs, scheduled, nobodys, closed, unsure, overdue
   * @param word how it is called
   * @param icon its symbol
   * @param quote the words that show it, or ""
   * @param evidence where they are, or "" where a decision shows it
   * @param evidenceAbout what is there: "Grace Hopper, 3 March"
   * @param dueWord what happens then: "Due", "Nudge from", "Comes back"
   * @param doubt how sure it is, where it is not; else ""
   * @param isDecided whether the user said so
   * @param isOpen whether somebody still owes the next step
   */
  public record Verdict(
      String look,
      String word,
      String icon,
      String reason,
      String quote,
      String evidence,
      String evidenceAbout,
      When since,
      @Nullable Who with,
      @Nullable When due,
      String dueWord,
      String doubt,
      boolean isDecided,
      boolean isOpen) {}

  /** Something we owe. */
  public record DebtLine(String to, String reason, boolean isOverdue, When due, String message) {}

  /**
   * What the user decided.
   *
   * @param undo the path that a {@code DELETE} takes it back with
   */
  public record DecisionLine(String said, String note, When at, String undo) {}

  /**
   * A message.
   *
   * @param path of the message; its parts lie below
   * @param badges what is unusual about it, in a word each
   * @param recipients "to Grace Hopper and 2 others"
   * @param copies how many copies of it there are
   * @param doubt how sure it is that the message belongs here, where judgement put it here; else ""
   * @param parent the message that judgement says it answers, or ""
   */
  public record Card(
      String id,
      String path,
      Who from,
      String recipients,
      When at,
      String subject,
      List<String> badges,
      MarkedText text,
      boolean isEvidence,
      boolean isAutomatic,
      boolean hasHtml,
      List<Attachment> attachments,
      int copies,
      String doubt,
      String parent) {

    public Card {
      badges = List.copyOf(badges);
      attachments = List.copyOf(attachments);
    }

    /** A size as people say it. */
    public static String size(long bytes) {
      if (bytes < 1_000) {
        return bytes + " B";
      }
      return bytes < 1_000_000
          ? "%d kB".formatted((bytes + 500) / 1_000)
          : "%.1f MB".formatted(bytes / 1_000_000.0);
    }
  }

  /**
   * Which part of the messages is shown.
   *
   * @param newer the path of the page before, or ""
   * @param older the path of the page behind, or ""
   */
  public record Extent(int total, int first, int last, String newer, String older) {

    /** Whether it is not all of them. */
    public boolean isPart() {
      return last - first + 1 < total;
    }
  }
}
