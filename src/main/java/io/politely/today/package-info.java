/** The front page and the pages that read across modules; owns no rule. */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "web",
      "accounts",
      "people",
      "contacts",
      "mail",
      "reading",
      "ledger",
      "outbox",
      "pursuits",
      "touches",
      "privacy"
    })
@NullMarked
package io.politely.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
