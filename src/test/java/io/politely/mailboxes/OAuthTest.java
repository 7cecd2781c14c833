package io.politely.mailboxes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.politely.http.HttpGateway;
import io.politely.http.HttpSettings;
import io.politely.mailboxes.OAuth.Client;
import io.politely.mailboxes.OAuth.Discovery;
import io.politely.mailboxes.OAuth.Discovery.Found;
import io.politely.mailboxes.OAuth.Discovery.Unusable;
import io.politely.mailboxes.OAuth.Granting.Denied;
import io.politely.mailboxes.OAuth.Granting.Granted;
import io.politely.mailboxes.Server.Security;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final URI BACK = URI.create("http://127.0.0.1:7878/mailboxes/oauth/return");
  private static final Server IMAP = new Server("imap.example.org", 993, Security.TLS);
  private static final Server SMTP = new Server("smtp.example.org", 587, Security.STARTTLS);
  private static final Client CLIENT = new Client("our-client", "our-secret");

  private final OAuth oauth =
      new OAuth(
          new HttpGateway(new HttpSettings(true, Duration.ofSeconds(5))),
          Clock.fixed(MONDAY, ZoneOffset.UTC));

  private HttpServer server;
  private int status = 200;
  private String answer = "";
  private String asked = "";
  private String document = "";

  @BeforeEach
  void a_provider_answers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/token",
        exchange -> {
          asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          var bytes = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.createContext(
        "/realm/.well-known/openid-configuration",
        exchange -> {
          var bytes = document.replace("ISSUER", issuer()).getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void it_stops() {
    server.stop(0);
  }

  @Test
  void the_user_is_sent_to_the_provider_with_a_challenge_and_without_its_answer() {
    var google = oauth.provider("google").orElseThrow();

    var going =
        oauth.authorization(google, CLIENT, BACK, "ada@gmail.com", "the-state", "the-verifier");

    assertThat(going.toString())
        .startsWith("https://accounts.google.com/")
        .contains("client_id=our-client")
        .contains("state=the-state")
        .contains("code_challenge_method=S256")
        .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A7878%2Fmailboxes%2Foauth%2Freturn")
        .doesNotContain("the-verifier")
        .doesNotContain("our-secret");
  }

  @Test
  void a_code_becomes_a_grant() {
    answer = "{\"access_token\":\"a1\",\"refresh_token\":\"r1\",\"expires_in\":3600}";

    var granting = oauth.exchange(provider(), CLIENT, BACK, "the-code", "the-verifier");

    assertThat(granting)
        .isEqualTo(
            new Granted(
                new OAuthGrant(
                    provider().token(),
                    "our-client",
                    "our-secret",
                    "r1",
                    "a1",
                    MONDAY.plusSeconds(3600))));
    assertThat(asked)
        .contains("grant_type=authorization_code")
        .contains("code=the-code")
        .contains("code_verifier=the-verifier")
        .contains("client_secret=our-secret");
    assertThat(granting.toString()).doesNotContain("a1").doesNotContain("our-secret");
  }

  @Test
  void a_renewed_token_keeps_the_refresh_token_where_no_other_comes() {
    answer = "{\"access_token\":\"a2\",\"expires_in\":60}";

    var renewed = oauth.renew(grant());

    assertThat(renewed)
        .isInstanceOfSatisfying(
            Granted.class, it -> assertThat(it.grant().refreshToken()).isEqualTo("r1"));
  }

  @Test
  void what_only_a_person_can_help_with_is_told_apart() {
    status = 400;
    answer = "{\"error\":\"invalid_grant\"}";
    assertThat(oauth.renew(grant()))
        .isEqualTo(
            new Denied(
                "The provider does not let Politely in any more. Sign in there again.", true));

    status = 503;
    answer = "busy";
    assertThat(oauth.renew(grant()))
        .isInstanceOfSatisfying(Denied.class, it -> assertThat(it.needsPerson()).isFalse());
  }

  @Test
  void a_token_is_renewed_before_it_is_too_old_for_the_way() {
    assertThat(grant().isFresh(MONDAY)).isTrue();
    assertThat(grant().isFresh(MONDAY.plusSeconds(550))).isFalse();
  }

  @Test
  void a_provider_of_ones_own_tells_where_to_sign_in() {
    document =
        """
        {"issuer": "ISSUER", "authorization_endpoint": "ISSUER/authorize?tenant=1",
         "token_endpoint": "ISSUER/token", "scopes_supported": ["openid", "offline_access", "mail"],
         "code_challenge_methods_supported": ["plain", "S256"]}
        """;

    assertThat(discover(issuer() + "/", ""))
        .isInstanceOfSatisfying(
            Found.class,
            found -> {
              assertThat(found.provider().scope()).isEqualTo("openid offline_access");
              assertThat(found.provider().imapServer()).isEqualTo(IMAP);
              assertThat(found.provider().smtpServer()).isEqualTo(SMTP);
              assertThat(
                      oauth
                          .authorization(found.provider(), CLIENT, BACK, "a@b.example", "s", "v")
                          .toString())
                  .startsWith(issuer() + "/authorize?tenant=1&response_type=code");
            });
    assertThat(discover(issuer(), "imap smtp"))
        .isInstanceOfSatisfying(
            Found.class, it -> assertThat(it.provider().scope()).isEqualTo("imap smtp"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no document",
        "{}",
        "{\"issuer\": \"https://other.example\", \"authorization_endpoint\": \"ISSUER/a\","
            + " \"token_endpoint\": \"ISSUER/t\"}",
        "{\"issuer\": \"ISSUER\", \"authorization_endpoint\": \"ISSUER/a\"}",
        "{\"issuer\": \"ISSUER\", \"authorization_endpoint\": \"javascript:alert(1)\","
            + " \"token_endpoint\": \"ISSUER/t\"}",
        "{\"issuer\": \"ISSUER\", \"authorization_endpoint\": \"ISSUER/a\", \"token_endpoint\":"
            + " \"ISSUER/t\", \"code_challenge_methods_supported\": [\"plain\"]}",
      })
  void a_provider_that_does_not_fit_is_refused_in_a_sentence(String answered) {
    document = answered;

    assertThat(discover(issuer(), ""))
        .isInstanceOfSatisfying(
            Unusable.class, it -> assertThat(it.sentence()).isNotBlank().endsWith("."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://example.org", "https://127.0.0.1", "ftp://example.org", ":"})
  void an_issuer_is_asked_by_https_outside(String issuer) {
    var guarded =
        new OAuth(
            new HttpGateway(new HttpSettings(false, Duration.ofSeconds(2))),
            Clock.fixed(MONDAY, ZoneOffset.UTC));

    assertThat(guarded.discover(issuer, "", IMAP, SMTP, false))
        .isInstanceOfSatisfying(
            Unusable.class, it -> assertThat(it.sentence()).contains("begins with https"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/token",
        "https://127.0.0.1/token",
        "https://[::1]/token",
        "https://169.254.169.254/token",
        "https://10.0.0.1/token",
        "https://[::ffff:127.0.0.1]/token",
        "https://[fd00::1]/token",
        "https://100.64.0.1/token",
        "https://user@example.org/token",
      })
  void the_way_out_does_not_lead_inside(String address) {
    var guarded = new HttpGateway(new HttpSettings(false, Duration.ofSeconds(2)));

    assertThatThrownBy(() -> guarded.post(URI.create(address), "")).isInstanceOf(IOException.class);
  }

  private Discovery discover(String issuer, String scope) {
    return oauth.discover(issuer, scope, IMAP, SMTP, false);
  }

  private String issuer() {
    return "http://127.0.0.1:%d/realm".formatted(server.getAddress().getPort());
  }

  private OAuthGrant grant() {
    return new OAuthGrant(
        provider().token(), "our-client", "", "r1", "a1", MONDAY.plusSeconds(600));
  }

  private OAuthProvider provider() {
    return new OAuthProvider(
        "own",
        "Own",
        "https://example.org/authorize",
        "http://127.0.0.1:%d/token".formatted(server.getAddress().getPort()),
        "mail",
        "",
        "imap.example.org:993:tls",
        "smtp.example.org:465:tls",
        false,
        "");
  }
}
