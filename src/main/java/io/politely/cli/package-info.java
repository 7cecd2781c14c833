/** The command line: thin commands around the front doors. */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "web",
      "accounts",
      "people",
      "contacts",
      "mail",
      "mailboxes",
      "reading",
      "ledger",
      "privacy",
      "archive",
      "pursuits",
      "calendar",
      "cadence",
      "interviews",
      "today",
      "wording"
    })
@NullMarked
package io.politely.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
