/** Persons and companies, their addresses, and merging without loss. */
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "accounts"})
@NullMarked
package io.politely.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
