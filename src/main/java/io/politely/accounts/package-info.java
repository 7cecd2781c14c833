/** Workspaces, their members and own addresses, and signing in. */
@ApplicationModule(allowedDependencies = {"kernel", "database", "web"})
@NullMarked
package io.politely.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
