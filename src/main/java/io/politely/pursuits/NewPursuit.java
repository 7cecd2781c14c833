package io.politely.pursuits;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pursuit as somebody enters it.
 *
 * @param source null: not said
 * @param requirements in the posting's or the client's words
 */
public record NewPursuit(
    PursuitKind kind,
    String title,
    String company,
    @Nullable Source source,
    String postingUrl,
    String posting,
    String notes,
    List<String> requirements) {

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TEXT = 100_000;
  private static final int MOST_REQUIREMENTS = 100;

  public NewPursuit {
    title = oneLine(title);
    company = oneLine(company);
    postingUrl = postingUrl.strip();
    posting = posting.replace("\0", "").strip();
    notes = notes.replace("\0", "").strip();
    requirements =
        requirements.stream()
            .map(NewPursuit::oneLine)
            .filter(words -> !words.isEmpty())
            .distinct()
            .toList();
  }

  /** Why it cannot be kept as it is, one sentence. */
  public Optional<String> problem() {
    if (title.isEmpty()) {
      return Optional.of("Give it a title.");
    }
    if (title.length() > LONGEST_LINE || company.length() > LONGEST_LINE) {
      return Optional.of("A title and a company have at most 200 characters.");
    }
    if (!postingUrl.isEmpty() && !postingUrl.matches("https?://[^\\s<>\"]{1,2000}")) {
      return Optional.of("The address of a posting begins with https://.");
    }
    if (posting.length() > LONGEST_TEXT || notes.length() > LONGEST_TEXT) {
      return Optional.of("A posting and notes have at most 100,000 characters.");
    }
    return requirements.size() > MOST_REQUIREMENTS
        ? Optional.of("A pursuit has at most 100 requirements.")
        : Optional.empty();
  }

  static String oneLine(String words) {
    return words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
