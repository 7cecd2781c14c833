package io.politely.mailboxes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.http.HttpGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks providers for tokens, with the user's own client id, PKCE, and a redirect to this machine.
 */
@Component
public class OAuth {

  private static final String FILE = "/mailboxes/oauth.json";
  private static final int SECRET_BYTES = 32;

  /** A provider that does not say how long its token is good means at least this. */
  private static final int SECONDS_UNTOLD = 300;

  private final HttpGateway http;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final List<OAuthProvider> providers;

  OAuth(HttpGateway http, Clock clock) {
    this.http = http;
    this.clock = clock;
    try (var in = OAuth.class.getResourceAsStream(FILE)) {
      providers = JsonMapper.shared().readValue(in, Listed.class).providers();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  private record Listed(String asOf, String source, List<OAuthProvider> providers) {}

  /** The user's own client at a provider. */
  public record Client(String id, String secret) {

    @Override
    public String toString() {
      return "client " + id;
    }
  }

  /** What came of asking for a token. */
  public sealed interface Granting {

    /** The user allowed it. */
    record Granted(OAuthGrant grant) implements Granting {}

    /**
     * The provider did not grant it.
     *
     * @param needsPerson whether asking again would not help
     */
    record Denied(String sentence, boolean needsPerson) implements Granting {}
  }

  /** The providers that are known. */
  public List<OAuthProvider> providers() {
    return providers;
  }

  /** The provider with this id. */
  public Optional<OAuthProvider> provider(String id) {
    return providers.stream().filter(provider -> provider.id().equals(id)).findFirst();
  }

  /** What came of asking a provider for its addresses. */
  public sealed interface Discovery {

    /** It told them. */
    record Found(OAuthProvider provider) implements Discovery {}

    /** It did not, or not in a way that can be used. */
    record Unusable(String sentence) implements Discovery {}
  }

  /**
   * Asks any OpenID provider where to sign in and where to get tokens (OpenID Connect Discovery
   * 1.0), at {@code issuer/.well-known/openid-configuration}. Never inside a transaction.
   *
   * @param scope what to ask for; "" for what most providers want
   * @param savesSent whether it files what is sent by SMTP in Sent itself
   */
  public Discovery discover(
      String issuer, String scope, Server imap, Server smtp, boolean savesSent) {
    var sought = issuer.strip().replaceAll("/+$", "");
    try {
      var answer = http.get(URI.create(sought + "/.well-known/openid-configuration"));
      if (answer.status() != 200) {
        return new Discovery.Unusable(
            "%s does not tell how to sign in there (it answered %d). Check the issuer."
                .formatted(sought, answer.status()));
      }
      return OpenIdDocument.read(
          JsonMapper.shared().readTree(answer.body()),
          sought,
          scope.strip(),
          imap,
          smtp,
          savesSent);
    } catch (JacksonException e) {
      return new Discovery.Unusable(
          "What %s tells about signing in cannot be read. Check the issuer.".formatted(sought));
    } catch (IOException | IllegalArgumentException e) {
      return new Discovery.Unusable(
          "%s cannot be asked how to sign in: an issuer begins with https and is no address of a"
                  .formatted(sought.isEmpty() ? "The issuer" : sought)
              + " private network.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Discovery.Unusable("Stopped before there was an answer.");
    }
  }

  /** A new secret in characters that may stand in an address: 256 bits. */
  public String newSecret() {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Where the user says yes.
   *
   * @param state comes back with the code, and shows that the answer belongs to the question
   * @param verifier stays here until the code is exchanged
   */
  public URI authorization(
      OAuthProvider provider,
      Client client,
      URI redirect,
      String address,
      String state,
      String verifier) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("response_type", "code");
    parameters.put("client_id", client.id());
    parameters.put("redirect_uri", redirect.toString());
    parameters.put("scope", provider.scope());
    parameters.put("state", state);
    parameters.put("code_challenge", challenge(verifier));
    parameters.put("code_challenge_method", "S256");
    parameters.put("login_hint", address);
    var extra = provider.extra().isEmpty() ? "" : "&" + provider.extra();
    var begun = provider.authorization().contains("?") ? "&" : "?";
    return URI.create(provider.authorization() + begun + form(parameters) + extra);
  }

  /** Exchanges the code that came back. Never inside a transaction. */
  public Granting exchange(
      OAuthProvider provider, Client client, URI redirect, String code, String verifier) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("grant_type", "authorization_code");
    parameters.put("code", code);
    parameters.put("redirect_uri", redirect.toString());
    parameters.put("code_verifier", verifier);
    return ask(provider.token(), client, parameters, "");
  }

  /** Has an access token renewed. Never inside a transaction. */
  Granting renew(OAuthGrant grant) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("grant_type", "refresh_token");
    parameters.put("refresh_token", grant.refreshToken());
    return ask(
        grant.token(),
        new Client(grant.clientId(), grant.clientSecret()),
        parameters,
        grant.refreshToken());
  }

  private Granting ask(
      String token, Client client, Map<String, String> parameters, String refreshToken) {
    parameters.put("client_id", client.id());
    if (!client.secret().isEmpty()) {
      parameters.put("client_secret", client.secret());
    }
    try {
      var asked = clock.instant();
      var answer = http.post(URI.create(token), form(parameters));
      var json = JsonMapper.shared().readTree(answer.body());
      if (answer.status() != 200 || text(json, "access_token").isEmpty()) {
        return denied(json);
      }
      var renewed = text(json, "refresh_token");
      var kept = renewed.isEmpty() ? refreshToken : renewed;
      if (kept.isEmpty()) {
        return new Granting.Denied(
            "The provider gave no refresh token: take Politely off the list of allowed programs"
                + " there, and try again.",
            true);
      }
      int seconds = json.path("expires_in").asInt(SECONDS_UNTOLD);
      return new Granting.Granted(
          new OAuthGrant(
              token,
              client.id(),
              client.secret(),
              kept,
              text(json, "access_token"),
              asked.plusSeconds(seconds)));
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      return new Granting.Denied("The provider cannot be asked for a token at the moment.", false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Granting.Denied("Stopped before there was an answer.", false);
    }
  }

  private static Granting.Denied denied(JsonNode json) {
    var error = text(json, "error");
    var sentence =
        switch (error) {
          case "invalid_grant" ->
              "The provider does not let Politely in any more. Sign in there again.";
          case "invalid_client", "unauthorized_client" ->
              "The provider does not know this client: check the client id and its secret.";
          case "redirect_uri_mismatch" ->
              "The provider does not know the address to come back to: enter it there as shown.";
          default -> "The provider refused (%s).".formatted(readable(error));
        };
    return new Granting.Denied(sentence, !error.isEmpty() && !error.equals("server_error"));
  }

  private static String readable(String error) {
    var known = error.replaceAll("[^a-z_]", "");
    return known.isEmpty() ? "without a reason" : known.substring(0, Math.min(40, known.length()));
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asString("");
  }

  private static String challenge(String verifier) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one ->
            URLEncoder.encode(one.getKey(), UTF_8) + "=" + URLEncoder.encode(one.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
