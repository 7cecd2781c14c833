/**
 * Jobs, searches and deals: their stages, the people in them, and the outcome that everybody who
 * gave time is owed before one of them closes.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "http",
      "database",
      "web",
      "accounts",
      "people",
      "contacts",
      "mail",
      "mailboxes",
      "reading",
      "ledger",
      "outbox"
    })
@NullMarked
package io.politely.pursuits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
