package io.politely.mailboxes;

import io.politely.kernel.Edge;
import io.politely.mailboxes.OAuth.Discovery;
import io.politely.mailboxes.OAuth.Discovery.Found;
import io.politely.mailboxes.OAuth.Discovery.Unusable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What an OpenID provider says about itself, and whether that can be used for mail. */
@Edge
final class OpenIdDocument {

  /** Without the last one there is no refresh token, and the mailbox would be read for an hour. */
  private static final List<String> USUAL_SCOPES = List.of("openid", "email", "offline_access");

  private static final String CHALLENGE = "S256";

  private OpenIdDocument() {}

  /**
   * Reads the document.
   *
   * @param issuer whose it should be; another one may only be impersonating it (section 4.3)
   * @param scope what to ask for, or ""
   */
  static Discovery read(
      JsonNode document, String issuer, String scope, Server imap, Server smtp, boolean savesSent) {
    if (!text(document, "issuer").replaceAll("/+$", "").equals(issuer)) {
      return new Unusable(
          "What lies there belongs to another issuer (%s), so it is not used."
              .formatted(ServerWords.readable(text(document, "issuer"))));
    }
    var authorization = endpoint(document, "authorization_endpoint", issuer);
    var token = endpoint(document, "token_endpoint", issuer);
    if (authorization.isEmpty() || token.isEmpty()) {
      return new Unusable(
          "%s does not tell where to sign in and where to get tokens by https.".formatted(issuer));
    }
    var challenges = texts(document, "code_challenge_methods_supported");
    if (!challenges.isEmpty() && !challenges.contains(CHALLENGE)) {
      return new Unusable("%s does not know PKCE with S256, which is needed.".formatted(issuer));
    }
    var known = texts(document, "scopes_supported");
    var asked =
        USUAL_SCOPES.stream().filter(one -> known.isEmpty() || known.contains(one)).toList();
    return new Found(
        new OAuthProvider(
            OAuthProvider.OWN,
            URI.create(issuer).getHost(),
            authorization.get(),
            token.get(),
            scope.isEmpty() ? String.join(" ", asked) : scope,
            "",
            OAuthProvider.written(imap),
            OAuthProvider.written(smtp),
            savesSent,
            ""));
  }

  /** Protected like the issuer: whoever gives its address by https gives all by https. */
  private static Optional<String> endpoint(JsonNode document, String name, String issuer) {
    var address = text(document, name);
    try {
      var uri = URI.create(address);
      boolean isProtected =
          "https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && issuer.startsWith("http:"));
      return isProtected && uri.getHost() != null && uri.getFragment() == null
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode document, String name) {
    return document.path(name).asString("");
  }

  private static List<String> texts(JsonNode document, String name) {
    var texts = new ArrayList<String>();
    document.path(name).forEach(one -> texts.add(one.asString("")));
    return texts;
  }
}
