/**
 * What to send next, to whom, when, with what reason, and when to stop: cadences by a dated policy,
 * one budget per human being, pushiness, value items, keeping in touch.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "http",
      "web",
      "accounts",
      "people",
      "contacts",
      "mail",
      "mailboxes",
      "calendar",
      "reading",
      "wording",
      "patience",
      "ledger",
      "outbox",
      "pursuits",
      "touches"
    })
@NullMarked
package io.politely.cadence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
