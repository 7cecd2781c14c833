/** The pages of what leaves: writing, looking at it, the outbox, and whom nobody writes to. */
@NullMarked
package io.politely.outbox.web;

import org.jspecify.annotations.NullMarked;
