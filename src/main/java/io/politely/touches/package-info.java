/**
 * What passes between us and people beside mail: calls, voicemails, LinkedIn messages, texts,
 * meetings, notes; logged by one line that is read before it is kept.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "web",
      "accounts",
      "people",
      "mail",
      "reading",
      "ledger",
      "pursuits"
    })
@NullMarked
package io.politely.touches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
