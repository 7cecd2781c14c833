package io.politely.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long one stays signed in.
 *
 * <p>The secret of a session does not change while it lives: rotating it on every request would
 * sign out whoever has two tabs open. It is new at every sign-in and after a new password.
 *
 * @param idle after this time without a request one signs in again
 * @param longest after this time one signs in again in any case
 */
@ConfigurationProperties("politely.session")
record SessionSettings(@DefaultValue("14d") Duration idle, @DefaultValue("90d") Duration longest) {}
