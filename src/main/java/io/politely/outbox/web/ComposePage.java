package io.politely.outbox.web;

import io.politely.outbox.Courtesy.Opinion;
import io.politely.outbox.DraftText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page on which a letter is written.
 *
 * @param path of the draft
 * @param isSaved whether there is such a draft yet
 * @param back where the writer came from
 * @param senders the mailboxes that it can be sent from
 * @param people whom browsers suggest while an address is typed
 * @param find whom the writer looked for, or ""
 * @param original what it answers, or null
 * @param morning when their next morning is, and how that is known; "" where it is not
 * @param earliest the first minute that can be chosen, as forms write it
 * @param known what was before the writer's eyes
 * @param problems why it cannot be sent as it is
 * @param opinion what is known of its reader, and how it would be taken; or null
 */
public record ComposePage(
    String path,
    String title,
    boolean isSaved,
    Back back,
    List<Sender> senders,
    DraftText text,
    List<File> files,
    List<Suggestion> people,
    String find,
    List<Suggestion> found,
    @Nullable Original original,
    String morning,
    String zone,
    String earliest,
    String known,
    List<String> problems,
    List<Notice> notices,
    @Nullable Opinion opinion) {

  public ComposePage {
    senders = List.copyOf(senders);
    files = List.copyOf(files);
    people = List.copyOf(people);
    found = List.copyOf(found);
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
  }

  /** The message that it answers, as forms carry it; or "". */
  public String answers() {
    var answers = text.answers();
    return answers == null ? "" : answers.toString();
  }

  /** Where a page leads back to. */
  public record Back(String path, String name) {}

  /** A mailbox that a letter can be sent from. */
  public record Sender(String id, String name, String signature, boolean isChosen) {}

  /** A file that goes with it. */
  public record File(String id, String name, String size) {}

  /** Somebody who is known. */
  public record Suggestion(String address, String name) {}

  /** What it answers. */
  public record Original(String attribution, String text, String path) {}

  /**
   * Something that the writer should know before sending.
   *
   * @param path where more is, or ""
   */
  public record Notice(String sentence, String path, String link, boolean isGrave) {}
}
