package io.politely.pursuits;

import java.time.LocalDate;

/** The reason that a person is told: it names what it comes down to, so that it can be true. */
public sealed interface ToldReason {

  /** In words that the person reads. */
  String words();

  /** It comes down to something that was asked for. */
  record OfRequirement(RequirementId requirement, String words) implements ToldReason {}

  /** It comes down to something that happened on a day. */
  record OfCircumstance(LocalDate on, String words) implements ToldReason {}
}
