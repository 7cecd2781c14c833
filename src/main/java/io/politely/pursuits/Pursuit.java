package io.politely.pursuits;

import io.politely.people.CompanyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job, a search or a deal.
 *
 * @param company as the user calls it, or ""
 * @param companyKnown the company of that name, where mail came from it
 * @param source where it came from; null: nobody said
 * @param stage the word of its stage
 * @param pausedUntil the day on which it goes on; null unless it is paused
 * @param postingUrl where it was posted, or ""
 * @param posting what was posted, as text, or ""
 * @param changedAt when something happened to it last
 */
public record Pursuit(
    PursuitId id,
    PursuitKind kind,
    String title,
    String company,
    @Nullable CompanyId companyKnown,
    @Nullable Source source,
    String stage,
    PursuitState state,
    @Nullable LocalDate pausedUntil,
    String postingUrl,
    String posting,
    String notes,
    Instant openedAt,
    Instant changedAt) {

  /** The day on which it goes on, while it is paused. */
  public Optional<LocalDate> pause() {
    return Optional.ofNullable(pausedUntil);
  }

  /** What it is called in a sentence: {@code Head of Sales at Tidewell}. */
  public String name() {
    return company.isEmpty() ? title : title + " at " + company;
  }
}
