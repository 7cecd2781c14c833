/** The pages of mailboxes, asked for as a browser would. */
@NullMarked
package io.politely.mailboxes.web;

import org.jspecify.annotations.NullMarked;
