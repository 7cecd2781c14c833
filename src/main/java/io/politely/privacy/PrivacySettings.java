package io.politely.privacy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are erased.
 *
 * @param delay how long somebody can still be kept after it was asked to erase them
 * @param notice how long somebody can still be kept whom the rule of the workspace takes
 * @param tick how often to look for what is due
 */
@ConfigurationProperties("politely.privacy")
record PrivacySettings(
    @DefaultValue("24h") Duration delay,
    @DefaultValue("14d") Duration notice,
    @DefaultValue("60s") Duration tick) {}
