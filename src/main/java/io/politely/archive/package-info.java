/** A whole workspace as a file of JSON Lines, and back. */
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "accounts", "outbox"})
@NullMarked
package io.politely.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
