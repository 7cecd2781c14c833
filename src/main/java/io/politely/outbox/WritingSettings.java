package io.politely.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what was written leaves.
 *
 * @param undo how long what was approved to leave at once waits, so that it can be taken back
 * @param timely how long after its time a mail may still leave without being looked at again
 */
@ConfigurationProperties("politely.outbox")
record WritingSettings(@DefaultValue("10s") Duration undo, @DefaultValue("12h") Duration timely) {}
