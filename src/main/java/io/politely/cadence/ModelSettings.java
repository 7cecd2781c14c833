package io.politely.cadence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * How far the way to a language model goes.
 *
 * @param allowPrivate whether it may be on this machine or in a private network, and without TLS
 * @param patience for a whole answer
 */
@ConfigurationProperties("politely.model")
record ModelSettings(
    @DefaultValue("false") boolean allowPrivate, @DefaultValue("60s") Duration patience) {

  /** Makes them known. */
  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(ModelSettings.class)
  static class Known {}
}
