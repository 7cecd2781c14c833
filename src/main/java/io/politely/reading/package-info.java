/**
 * What a message says: its newest text, its kind, what it asks, promises and thanks for. Pure,
 * without I/O or Spring, usable as a library.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.politely.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
