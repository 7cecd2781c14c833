/** What leaves: writing, approval, do-not-contact, and the protocol that never sends twice. */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "web",
      "accounts",
      "people",
      "mail",
      "reading",
      "mailboxes",
      "reading",
      "ledger"
    })
@NullMarked
package io.politely.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
