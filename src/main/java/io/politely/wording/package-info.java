/**
 * How a letter of ours would reach its reader: polite or pushy, what it asks and brings, and what
 * to write instead. Pure but for the one class that reads its phrases from their file.
 */
@ApplicationModule(allowedDependencies = {"kernel", "reading"})
@NullMarked
package io.politely.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
