package io.politely.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the application logs in to its database; see {@link DatabaseAccess}.
 *
 * @param assumesRole whether each connection has to become {@code politely_app} first
 */
@ConfigurationProperties("politely.database")
record DatabaseSettings(
    String url,
    String user,
    String password,
    @DefaultValue("false") boolean assumesRole,
    @DefaultValue("10") int poolSize) {

  @Override
  public String toString() {
    return url; // without the password
  }
}
