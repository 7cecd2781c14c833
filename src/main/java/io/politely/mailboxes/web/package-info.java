/** The pages of mailboxes on servers: connecting them, and how far they are known. */
@NullMarked
package io.politely.mailboxes.web;

import org.jspecify.annotations.NullMarked;
