/**
 * Meetings: read from calendar files, feeds, servers and invitations in mail, or noted by hand; one
 * row for each occurrence, whatever tells of it.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "web",
      "http",
      "accounts",
      "people",
      "mail",
      "reading"
    })
@NullMarked
package io.politely.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
