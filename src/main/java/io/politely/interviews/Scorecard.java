package io.politely.interviews;

import io.politely.accounts.MemberId;
import io.politely.pursuits.Requirement;
import io.politely.pursuits.RequirementId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What those who interviewed somebody saw of each requirement. Nobody reads what others wrote
 * before their own is handed in, and nothing is added up: people decide, not a sum.
 *
 * @param criteria what the pursuit asks for, and nothing else
 * @param own the sheet of whoever asks
 * @param others those of others that were handed in; none before one's own was
 * @param waiting how many others have not handed in, or are not shown yet
 */
public record Scorecard(List<Requirement> criteria, Sheet own, List<Sheet> others, int waiting) {

  public Scorecard {
    criteria = List.copyOf(criteria);
    others = List.copyOf(others);
  }

  /**
   * One member's sheet.
   *
   * @param at when it was handed in, or null
   */
  public record Sheet(MemberId member, Map<RequirementId, Score> scores, @Nullable Instant at) {

    public Sheet {
      scores = Map.copyOf(scores);
    }

    /** When it was handed in. */
    public Optional<Instant> handedIn() {
      return Optional.ofNullable(at);
    }
  }

  /** What was seen of one requirement, and by what. */
  public record Score(Seen seen, String evidence) {}

  /** How much was seen. */
  public enum Seen {
    NOT_ASKED("Not asked"),
    NOTHING("Nothing seen"),
    SOME("Something seen"),
    CLEAR("Clearly seen"),
    STRONG("Strongly seen");

    private final String said;

    Seen(String said) {
      this.said = said;
    }

    /** The word for it in tables and forms. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How a page says it. */
    public String said() {
      return said;
    }

    /** What a word stands for. */
    public static Optional<Seen> of(String word) {
      return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
  }

  /** Why a sheet cannot be handed in yet, or "". */
  static String problem(List<Requirement> criteria, Map<RequirementId, Score> scores) {
    for (var criterion : criteria) {
      var score = scores.get(criterion.id());
      if (score == null) {
        return "Say of each requirement what you saw: “%s” is open.".formatted(criterion.words());
      }
      if (score.seen() != Seen.NOT_ASKED && score.evidence().isBlank()) {
        return "Write what you saw it by: “%s” has no evidence.".formatted(criterion.words());
      }
    }
    return "";
  }
}
