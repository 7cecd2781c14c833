/** The pages of mail, and what acts on it. */
@NullMarked
package io.politely.mail.web;

import org.jspecify.annotations.NullMarked;
