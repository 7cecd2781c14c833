package io.politely.pursuits;

import java.util.Locale;
import java.util.Optional;

/**
 * The letter that tells an outcome: the decision first, one true reason, what was good, and no
 * false hope. It is a draft, which somebody reads and sends.
 */
final class CloseOutWords {

  private static final int LONGEST_NAME_IN_SUBJECT = 120;

  private CloseOutWords() {}

  /** A letter without its salutation's sender: signature and name come from the mailbox. */
  record Words(String subject, String body) {}

  /**
   * Writes it.
   *
   * @param name whom it is for
   * @param good what was good, in a sentence, or ""
   * @param next the next step, in a sentence, or ""
   */
  static Words of(
      Pursuit pursuit, String name, NewOutcome outcome, TimeKind gave, String good, String next) {
    var body = new StringBuilder();
    body.append("Hello ").append(firstName(name)).append(",\n\n");
    body.append(decision(pursuit, outcome.result()));
    Optional.ofNullable(outcome.told())
        .map(ToldReason::words)
        .filter(words -> !words.isBlank())
        .ifPresent(words -> body.append(' ').append(sentence(words)));
    body.append("\n\n");
    if (!good.isBlank()) {
      body.append(sentence(good)).append("\n\n");
    }
    if (!next.isBlank()) {
      body.append(sentence(next)).append("\n\n");
    }
    body.append(thanks(gave)).append(" If you have a question, answer this mail: I read it.");
    var about = pursuit.name();
    return new Words(
        about.length() <= LONGEST_NAME_IN_SUBJECT
            ? about + ": the decision"
            : about.substring(0, LONGEST_NAME_IN_SUBJECT) + "…",
        body.toString());
  }

  private static String decision(Pursuit pursuit, Result result) {
    var about = pursuit.name();
    return switch (pursuit.kind()) {
      case SEARCH -> inSearch(about, result);
      case JOB -> inJob(about, result);
      case DEAL -> inDeal(about, result);
    };
  }

  private static String inSearch(String about, Result result) {
    return switch (result) {
      case WON -> "you have the job: %s.".formatted(about);
      case NOT_CHOSEN -> "the decision for %s is made, and it is not for you.".formatted(about);
      case OFFER_DECLINED ->
          "you declined the offer for %s, and I have closed it on my side.".formatted(about);
      case WITHDRAWN_BY_THEM ->
          "you withdrew from %s, and I have closed it on my side.".formatted(about);
      case WITHDRAWN_BY_US -> "I have taken you out of the search for %s.".formatted(about);
      case PAUSED -> "the search for %s is stopped, and nobody is hired now.".formatted(about);
      case NO_DECISION -> "the search for %s ended without a decision.".formatted(about);
      case SILENT ->
          "I have not heard from you about %s, so I take it as a no and close it.".formatted(about);
    };
  }

  private static String inJob(String about, Result result) {
    return switch (result) {
      case WON -> "I accepted the offer: %s.".formatted(about);
      case NOT_CHOSEN -> "I know now that the decision for %s is not for me.".formatted(about);
      case OFFER_DECLINED -> "I decline the offer for %s.".formatted(about);
      case WITHDRAWN_BY_THEM -> "you withdrew %s, and I have closed it here.".formatted(about);
      case WITHDRAWN_BY_US -> "I withdraw from %s.".formatted(about);
      case PAUSED -> "I let %s rest.".formatted(about);
      case NO_DECISION -> "%s ended without a decision, and I close it here.".formatted(about);
      case SILENT ->
          "I have not heard from you about %s, so I take it as a no and close it.".formatted(about);
    };
  }

  private static String inDeal(String about, Result result) {
    return switch (result) {
      case WON -> "we have a deal: %s.".formatted(about);
      case NOT_CHOSEN -> "you decided against us in %s, and I close it here.".formatted(about);
      case OFFER_DECLINED -> "you declined our offer for %s, and I close it here.".formatted(about);
      case WITHDRAWN_BY_THEM -> "you withdrew from %s, and I close it here.".formatted(about);
      case WITHDRAWN_BY_US -> "we withdraw from %s.".formatted(about);
      case PAUSED -> "%s is stopped for now, and I do not follow up.".formatted(about);
      case NO_DECISION -> "%s ended without a decision, and I close it here.".formatted(about);
      case SILENT ->
          "I have not heard from you about %s, so I take it as a no and close it.".formatted(about);
    };
  }

  private static String thanks(TimeKind gave) {
    return switch (gave) {
      case APPLICATION -> "Thank you for applying.";
      case INTERVIEW -> "Thank you for the time you gave to the interview.";
      case MEETING -> "Thank you for the time you gave to our meeting.";
      case WORK_SAMPLE -> "Thank you for the work you put into the sample.";
      case INTRODUCTION -> "Thank you for the introduction.";
    };
  }

  private static String firstName(String name) {
    var stripped = name.strip();
    int end = stripped.indexOf(' ');
    return stripped.isEmpty() || stripped.contains("@")
        ? "there"
        : end < 0 ? stripped : stripped.substring(0, end);
  }

  /** With a capital and a full stop, as the writer may have left them out. */
  private static String sentence(String words) {
    var stripped = words.strip();
    var first = stripped.substring(0, stripped.offsetByCodePoints(0, 1));
    var said = first.toUpperCase(Locale.ROOT) + stripped.substring(first.length());
    return said.matches("(?s).*[.!?…]") ? said : said + ".";
  }
}
