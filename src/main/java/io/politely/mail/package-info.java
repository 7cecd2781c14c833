/**
 * Reads mailboxes into an append-only message store, joins messages to conversations, and finds
 * them again.
 */
@ApplicationModule(
    allowedDependencies = {"kernel", "database", "web", "accounts", "people", "reading"})
@NullMarked
package io.politely.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
