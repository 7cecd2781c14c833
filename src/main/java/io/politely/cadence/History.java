package io.politely.cadence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What passed between everybody here and one person, by every channel.
 *
 * @param touched what we did, oldest first, also what is approved and has not left yet
 * @param heard what came back, oldest first
 */
public record History(List<Touched> touched, List<Heard> heard) {

  /** Nothing yet. */
  public static final History NONE = new History(List.of(), List.of());

  public History {
    touched = inOrder(touched, Touched::at);
    heard = inOrder(heard, Heard::at);
  }

  /**
   * Plans ask for many histories that differ in one touch: what is in order is not sorted again.
   */
  private static <T> List<T> inOrder(List<T> all, Function<T, Instant> at) {
    for (int i = 1; i < all.size(); i++) {
      if (at.apply(all.get(i)).isBefore(at.apply(all.get(i - 1)))) {
        return all.stream().sorted(Comparator.comparing(at)).toList();
      }
    }
    return List.copyOf(all);
  }

  /** The last time a person of theirs wrote or spoke with us before a moment. */
  public Optional<Heard> lastHuman(Instant asOf) {
    for (int i = heard.size() - 1; i >= 0; i--) {
      var one = heard.get(i);
      if (one.isHuman() && !one.at().isAfter(asOf)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** When our last letter left, where they have not spoken since and nothing else is planned. */
  public Optional<Instant> lastLetter() {
    if (touched.isEmpty()) {
      return Optional.empty();
    }
    var last = touched.getLast();
    boolean waits = heard.stream().noneMatch(it -> it.isHuman() && it.at().isAfter(last.at()));
    return Optional.of(last.at())
        .filter(_ -> waits && !last.isPlanned() && last.channel() == Channel.EMAIL);
  }

  /** What weighs on them: touches that nothing human came after, before a moment or then. */
  public List<Touched> unanswered(Instant asOf) {
    return weighing(asOf).filter(it -> !it.at().isAfter(asOf)).toList();
  }

  /** The same, with what is planned after that moment. */
  Stream<Touched> weighing(Instant asOf) {
    var since = lastHuman(asOf).map(Heard::at).orElse(Instant.MIN);
    return touched.stream().filter(it -> it.weighs() && it.at().isAfter(since));
  }

  /** The same without what is planned at a moment or later. */
  History before(Instant planned) {
    return new History(
        touched.stream().filter(it -> !it.isPlanned() || it.at().isBefore(planned)).toList(),
        heard);
  }

  /** The same with one more touch. */
  public History with(Touched more) {
    return new History(Stream.concat(touched.stream(), Stream.of(more)).toList(), heard);
  }

  /** The same with one more thing heard. */
  public History with(Heard more) {
    return new History(touched, Stream.concat(heard.stream(), Stream.of(more)).toList());
  }
}
