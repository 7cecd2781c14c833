package io.politely.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * A clock of a calendar: one that all the world knows, or one that the file defines.
 *
 * @param id the known name, or what the file calls it
 * @param definition the lines that define it, empty where it is known
 */
record Zone(String id, ZoneRules rules, List<String> definition) {

  static final Zone UTC = of(ZoneOffset.UTC);

  Zone {
    definition = List.copyOf(definition);
  }

  /** One that is known. */
  static Zone of(ZoneId zone) {
    return new Zone(zone.getId(), zone.getRules(), List.of());
  }

  boolean isKnown() {
    return definition.isEmpty();
  }

  /**
   * When a clock shows this. Where it shows it twice, the first time; where it is put forward past
   * it, as if it had not yet been put (RFC 5545, 3.3.5).
   */
  Instant instant(LocalDateTime shown) {
    var offsets = rules.getValidOffsets(shown);
    return shown.toInstant(
        offsets.isEmpty() ? rules.getTransition(shown).getOffsetBefore() : offsets.getFirst());
  }

  LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, rules.getOffset(at));
  }

  /** The zone itself, or where only the file knows it, its offset at a moment. */
  ZoneId at(Instant moment) {
    return isKnown() ? ZoneId.of(id) : rules.getOffset(moment);
  }
}
