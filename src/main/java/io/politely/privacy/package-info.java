/**
 * What somebody may ask for who is kept here: to be erased, with nothing left of them anywhere, and
 * to get what is kept.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "web",
      "accounts",
      "patience",
      "people",
      "contacts",
      "mail",
      "mailboxes",
      "ledger",
      "outbox",
      "pursuits",
      "touches",
      "cadence",
      "calendar",
      "interviews"
    })
@NullMarked
package io.politely.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
