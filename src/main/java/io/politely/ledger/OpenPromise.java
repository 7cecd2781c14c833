package io.politely.ledger;

import io.politely.mail.ConversationId;

/** A promise that nothing kept yet, with the conversation where it was made. */
public record OpenPromise(ConversationId conversation, String subject, Promise promise) {}
