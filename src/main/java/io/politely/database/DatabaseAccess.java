package io.politely.database;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to reach the database, and as whom.
 *
 * @param url the JDBC URL, without credentials
 * @param owner owns the schemas and runs the migrations
 * @param application what every query of the application logs in as
 * @param assumesRole the application's login is not {@code politely_app} itself and has to become
 *     it on every connection, so that row-level security holds
 */
public record DatabaseAccess(
    String url, Credentials owner, Credentials application, boolean assumesRole) {

  /** A role that can log in. The password stays out of {@code toString}, and so out of logs. */
  public record Credentials(String user, String password) {

    @Override
    public String toString() {
      return user;
    }
  }

  /** The same as properties of the application context. */
  public Map<String, Object> properties() {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("politely.database.url", url);
    properties.put("politely.database.user", application.user());
    properties.put("politely.database.password", application.password());
    properties.put("politely.database.assumes-role", assumesRole);
    properties.put("spring.flyway.url", url);
    properties.put("spring.flyway.user", owner.user());
    properties.put("spring.flyway.password", owner.password());
    return properties;
  }
}
