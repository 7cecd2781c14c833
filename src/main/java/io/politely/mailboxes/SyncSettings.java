package io.politely.mailboxes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mailboxes are read.
 *
 * @param enabled whether connected mailboxes are read while the program runs; {@code politely
 *     start} says so, short commands do not
 * @param connect how long to wait for a connection
 * @param read how long to wait for an answer
 * @param poll all folders are asked this often
 * @param pollWhileDue the same while something is about to leave from the account
 * @param verify a folder that says that nothing changed is believed this long
 * @param firstPause before trying again after a failure; it doubles with each
 * @param longestPause the longest of those pauses
 * @param batchBytes fetched at once
 * @param inFlight fetched and not stored yet, of all mailboxes together
 */
@ConfigurationProperties("politely.sync")
record SyncSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("5s") Duration connect,
    @DefaultValue("30s") Duration read,
    @DefaultValue("60s") Duration poll,
    @DefaultValue("20s") Duration pollWhileDue,
    @DefaultValue("10m") Duration verify,
    @DefaultValue("2s") Duration firstPause,
    @DefaultValue("5m") Duration longestPause,
    @DefaultValue("4194304") int batchBytes,
    @DefaultValue("33554432") int inFlight) {}
