/**
 * The chance that somebody still answers, and when silence is an answer: learned from who answered
 * whom before, told as a curve over days with its reasons.
 */
@ApplicationModule(
    allowedDependencies = {"kernel", "database", "accounts", "people", "mail", "reading"})
@NullMarked
package io.politely.patience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
