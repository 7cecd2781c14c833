package io.politely.ledger;

import io.politely.mail.ConversationId;

/** A debt that is not paid yet, with the conversation it comes from. */
public record OpenDebt(ConversationId conversation, String subject, Debt debt) {}
