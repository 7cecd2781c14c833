/** What is kept about people beside their mail: roles, phones, links, notes, tags; and imports. */
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "accounts", "people"})
@NullMarked
package io.politely.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
