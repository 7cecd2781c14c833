package io.politely.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far the one way out for HTTP goes.
 *
 * @param insideToo whether it also goes to addresses of private networks and this machine, and
 *     without TLS: for a provider of one's own
 * @param patience for a whole answer
 */
@ConfigurationProperties("politely.http")
public record HttpSettings(
    @DefaultValue("false") boolean insideToo, @DefaultValue("5s") Duration patience) {}
