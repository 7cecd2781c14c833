package io.politely.ledger;

import io.politely.kernel.EmailAddress;
import io.politely.mail.MessageId;
import java.time.Instant;

/**
 * What we owe a person, with a due time.
 *
 * @param kind the row of the policy it comes from: D1 an answer, D2 a warm introduction's answer,
 *     D10 a promise
 * @param reason a sentence the user may read
 */
public record Debt(
    String kind,
    EmailAddress owedTo,
    Instant since,
    Instant due,
    String reason,
    MessageId evidence) {}
