/**
 * What one makes of a meeting: what it is, the brief before it, the debrief after it, what follows,
 * and the questions that are learned from it.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "web",
      "accounts",
      "people",
      "contacts",
      "mail",
      "reading",
      "wording",
      "calendar",
      "ledger",
      "outbox",
      "pursuits",
      "touches",
      "cadence"
    })
@NullMarked
package io.politely.interviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
