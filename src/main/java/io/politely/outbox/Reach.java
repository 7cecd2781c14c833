package io.politely.outbox;

import static java.util.stream.Collectors.toSet;

import io.politely.kernel.EmailAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How mail reaches somebody.
 *
 * @param stop why nobody writes to them at all; empty where only addresses came back
 * @param bounced those of their addresses that nobody has any more
 */
public record Reach(Optional<Stop> stop, Set<EmailAddress> bounced) {

  public Reach {
    bounced = Set.copyOf(bounced);
  }

  /** Of the stops that concern somebody, the oldest first. */
  static Reach of(List<Stop> stops, Collection<EmailAddress> addresses) {
    var gone = stops.stream().filter(Reach::isBounce).map(Stop::value).collect(toSet());
    return new Reach(
        stops.stream().filter(stop -> !isBounce(stop)).findFirst(),
        addresses.stream()
            .filter(it -> gone.contains(it.value()) || gone.contains(it.withoutTag().value()))
            .collect(toSet()));
  }

  private static boolean isBounce(Stop stop) {
    return stop.source() == Stop.Source.BOUNCE && stop.scope() == Stop.Scope.ADDRESS;
  }
}
