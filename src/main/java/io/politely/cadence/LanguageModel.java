package io.politely.cadence;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A language model that may rewrite a draft when a user asks for it.
 *
 * @param endpoint the whole address that is asked, as OpenAI's {@code /v1/chat/completions}
 * @param name as the endpoint calls it
 */
public record LanguageModel(URI endpoint, String name) {

  private static final int LONGEST_ADDRESS = 500;
  private static final int LONGEST_NAME = 100;

  /** What was typed; empty where the address is none, or the name is missing. */
  public static Optional<LanguageModel> parse(String endpoint, String name) {
    var called = name.strip();
    if (endpoint.length() > LONGEST_ADDRESS
        || called.isEmpty()
        || called.length() > LONGEST_NAME
        || called.codePoints().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    try {
      var address = new URI(endpoint.strip());
      var scheme = address.getScheme();
      boolean isWeb = "https".equals(scheme) || "http".equals(scheme);
      return isWeb
              && address.getHost() != null
              && address.getUserInfo() == null
              && address.getFragment() == null
          ? Optional.of(new LanguageModel(address, called))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
