package io.politely.mailboxes;

import io.politely.mail.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * A message that lies in a folder on a server.
 *
 * @param message null: it could not be read, and was set aside with its reason, or it is not kept,
 *     since it names somebody who was erased or is a notice of our own
 */
record Copy(long uid, @Nullable MessageId message) {}
