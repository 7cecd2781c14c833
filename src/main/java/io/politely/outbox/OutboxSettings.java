package io.politely.outbox;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent.
 *
 * @param enabled whether what is due is sent while the program runs; {@code politely start} does
 * @param lease how long a node holds a mail before another one may take it, or must doubt it
 * @param freshness how old the proof of a mailbox may be at the moment of the final dot
 * @param tick how often to look for what is due
 * @param lanes connections to one account's server at the same time
 * @param batch mails claimed at once for a connection
 * @param connect how long to wait for a connection
 * @param reply how long to wait for a whole answer to a command
 * @param answer how long to wait for the answer to the final dot
 * @param journal where to write down each dot before it leaves; null: nowhere, for tests
 * @param retry the shortest pause before another attempt; null: as the rules say
 */
@ConfigurationProperties("politely.outbox")
record OutboxSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("60s") Duration freshness,
    @DefaultValue("1s") Duration tick,
    @DefaultValue("4") int lanes,
    @DefaultValue("10") int batch,
    @DefaultValue("5s") Duration connect,
    @DefaultValue("20s") Duration reply,
    @DefaultValue("40s") Duration answer,
    @Nullable Path journal,
    @Nullable Duration retry) {}
