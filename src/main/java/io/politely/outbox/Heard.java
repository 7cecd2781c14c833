package io.politely.outbox;

import io.politely.kernel.EmailAddress;
import io.politely.mail.MessageId;

/**
 * Somebody who wants no more mail, or an address that nobody has, as a message says.
 *
 * @param address whose
 * @param reason a sentence, with the words that said so
 */
record Heard(EmailAddress address, Stop.Source source, String reason, MessageId message) {}
