/**
 * Whose move it is in each conversation, what was promised and what is owed; each answer with its
 * evidence. Derived from messages and decisions, never edited.
 */
@ApplicationModule(
    allowedDependencies = {"kernel", "database", "web", "accounts", "people", "mail", "reading"})
@NullMarked
package io.politely.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
