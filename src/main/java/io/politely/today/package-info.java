/**
 * The front page, its digest by mail, and the pages that read across modules; owns no rule of what
 * is to be done.
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
      "mailboxes",
      "reading",
      "ledger",
      "outbox",
      "pursuits",
      "touches",
      "privacy",
      "cadence",
      "calendar",
      "interviews",
      "patience"
    })
@NullMarked
package io.politely.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
