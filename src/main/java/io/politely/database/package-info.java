/**
 * Where the data lives: the embedded PostgreSQL, its roles and schema, and the guard that sets the
 * workspace of a transaction.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.politely.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
