/** The few words that every module shares. Pure, under ten types. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.politely.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
