package io.politely.wording;

import io.politely.wording.Remark.Weight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a letter would reach its reader.
 *
 * @param remarks what to change, the gravest first
 * @param asks whether it wants an answer or an act
 * @param askMinutes what a yes would cost the reader: 2 for a line, 5 for a considered answer or
 *     passing something on, 10 for a page or a form, 30 for a call or visit without a length; null
 *     where nothing is asked
 * @param value what it brings them
 * @param emptyPhrases what only nudges, flatters or fills, in order
 * @param words of its body
 * @param questions how many sentences ask
 */
public record Judgement(
    Politeness politeness,
    List<Remark> remarks,
    boolean asks,
    @Nullable Integer askMinutes,
    ValueKind value,
    List<Passage> emptyPhrases,
    int words,
    int questions) {

  public Judgement {
    remarks = List.copyOf(remarks);
    emptyPhrases = List.copyOf(emptyPhrases);
  }

  /** Whether the policy does not let it leave. */
  public boolean isForbidden() {
    return remarks.stream().anyMatch(remark -> remark.weight() == Weight.FORBIDDEN);
  }
}
