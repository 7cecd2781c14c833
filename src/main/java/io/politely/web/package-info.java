/**
 * The page frame: layout, errors, toasts, security headers, template plumbing. Knows no feature.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.politely.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
