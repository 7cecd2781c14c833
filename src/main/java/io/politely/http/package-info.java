/** The one guarded way out for HTTP. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.politely.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
