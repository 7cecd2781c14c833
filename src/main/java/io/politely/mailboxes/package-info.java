/**
 * Mailboxes on servers: how to reach them, reading them without changing them, and the proof that
 * everything there is known here.
 */
@ApplicationModule(
    allowedDependencies = {"kernel", "http", "database", "web", "accounts", "people", "mail"})
@NullMarked
package io.politely.mailboxes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
