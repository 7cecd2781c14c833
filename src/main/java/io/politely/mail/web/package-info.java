/** The pages of imports, the routes to messages as they came, and the user's word on joins. */
@NullMarked
package io.politely.mail.web;

import org.jspecify.annotations.NullMarked;
