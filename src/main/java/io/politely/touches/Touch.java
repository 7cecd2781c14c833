package io.politely.touches;

import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What passed between us and people beside mail.
 *
 * @param ways what happened, in order: a call that nobody answered, then a text
 * @param persons with whom, as the user sees them now
 * @param words the line that was logged
 * @param about the pursuit that it was about, or null
 */
public record Touch(
    TouchId id,
    List<Way> ways,
    Instant at,
    List<PersonId> persons,
    String words,
    @Nullable PursuitId about) {

  public Touch {
    ways = List.copyOf(ways);
    persons = List.copyOf(persons);
  }

  /**
   * One of the ways in which somebody was touched.
   *
   * @param byThem whether they began it; else we did
   */
  public record Way(TouchKind kind, boolean byThem) {

    /** As a page says it: "Voicemail, from them". */
    public String said() {
      return byThem && kind.isContact() ? kind.said() + ", from them" : kind.said();
    }
  }

  /** The pursuit that it was about. */
  public Optional<PursuitId> pursuit() {
    return Optional.ofNullable(about);
  }

  /** What happened, in words: "Call, no answer; Text". */
  public String said() {
    return ways.stream().map(Way::said).collect(Collectors.joining("; "));
  }

  /** Whether both sides spoke. */
  public boolean isConversation() {
    return ways.stream().anyMatch(way -> way.kind().isConversation());
  }

  /** Whether something passed between us at all. */
  public boolean isContact() {
    return ways.stream().anyMatch(way -> way.kind().isContact());
  }
}
