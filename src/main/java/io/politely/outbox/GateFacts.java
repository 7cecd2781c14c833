package io.politely.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a mail whose gate did not open, asked right after it.
 *
 * @param state where it stands now
 * @param isOurs whether the claim is still ours: our token, and its lease not over
 * @param isAsApproved whether recipients and bytes are those that were approved
 * @param isFenced whether this database may not send at all
 * @param stopReason why nobody writes to one of the recipients, or null
 * @param provenAt since when everything in the account's folders is known, or null
 * @param isFresh whether that is recent enough
 * @param hasNews whether one of the recipients wrote, or the conversation went on
 * @param isLate whether its window is over
 */
record GateFacts(
    OutgoingState state,
    boolean isOurs,
    boolean isAsApproved,
    boolean isFenced,
    @Nullable String stopReason,
    @Nullable Instant provenAt,
    boolean isFresh,
    boolean hasNews,
    boolean isLate) {}
