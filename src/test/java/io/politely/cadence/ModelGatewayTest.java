package io.politely.cadence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.politely.http.HttpGateway;
import io.politely.http.HttpSettings;
import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.KeyRotation;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.TestWorkspace;
import io.politely.wording.RewriteAnswer;
import io.politely.wording.RewriteAnswer.Rewritten;
import io.politely.wording.RewriteAnswer.Unusable;
import io.politely.wording.RewriteRequest;
import io.politely.wording.Rewrites;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A language model that answers over HTTP, well and badly. */
@Edge
@Served
class ModelGatewayTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final String KEY = "sk-three-blue-herons";
  private static final RewriteRequest REQUEST =
      RewriteRequest.of("Dear Grace,\n\ncould we talk for 15 minutes?\n\nAda");

  @Autowired private Cadence cadence;
  @Autowired private Rewrites rewrites;
  @Autowired private KeyRotation rotation;
  @Autowired private Cast cast;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private WorkspaceId workspace;
  private HttpServer server;
  private LanguageModel model;

  /** What a server does with a question. */
  private interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void a_model_is_set_up() throws IOException {
    workspace = cast.owner("Ada").workspace();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    on("/good", exchange -> answer(exchange, 200, said("Dear Grace,\\n\\n15 minutes?\\n\\nAda")));
    on("/wrong-key", exchange -> answer(exchange, 401, "{}"));
    on("/busy", exchange -> answer(exchange, 429, "{}"));
    on("/broken", exchange -> answer(exchange, 500, "<html>"));
    on("/no-json", exchange -> answer(exchange, 200, "<html>Welcome</html>"));
    on("/no-text", exchange -> answer(exchange, 200, "{\"choices\":[]}"));
    on("/empty", exchange -> answer(exchange, 200, said("")));
    on("/wordy", exchange -> answer(exchange, 200, said("word ".repeat(200))));
    on("/large", exchange -> answer(exchange, 200, said("x".repeat(300_000))));
    on("/huge", exchange -> answer(exchange, 200, said("x".repeat(3 << 20))));
    on(
        "/inventive",
        exchange -> answer(exchange, 200, said("Pay at https://evil.example.net now")));
    on("/markup", exchange -> answer(exchange, 200, said("<script>alert()</script> Dear Grace")));
    on(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
          answer(exchange, 302, "");
        });
    on("/silent", _ -> sleep());
    model = at("/good");
    cadence.setModel(workspace, model, KEY, MONDAY);
  }

  @AfterEach
  void the_server_ends() {
    server.stop(0);
  }

  @Test
  void it_is_sent_what_was_shown_with_its_key_and_nothing_else() {
    assertThat(rewrite()).isEqualTo(new Rewritten("Dear Grace,\n\n15 minutes?\n\nAda"));

    assertThat(asked).containsExactly(rewrites.json("small", REQUEST));
    assertThat(keys).containsExactly("Bearer " + KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "/wrong-key, does not accept the key (401)",
    "/busy, takes no more for now",
    "/broken, answered with an error (500)",
    "/no-json, did not answer in JSON",
    "/no-text, answered without a text",
    "/empty, The answer was empty",
    "/wordy, longer than a letter should be",
    "/large, more than a letter",
    "/huge, far too much",
    "/inventive, which your draft does not",
    "/markup, not plain text",
    "/moved, answered with an error (302)",
    "/silent, took too long",
  })
  void whatever_comes_back_else_is_one_sentence_and_the_draft_stays(String path, String says) {
    model = at(path);
    cadence.setModel(workspace, model, KEY, MONDAY);

    assertThat(rewrite())
        .isInstanceOfSatisfying(
            Unusable.class,
            it -> assertThat(it.sentence()).contains(says).endsWith("The draft stays as it is."));
    assertThat(asked).hasSize(1);
  }

  @Test
  void what_was_changed_since_it_was_looked_at_is_not_sent() {
    var shown = gateway(true).hash(model, REQUEST);

    var other = gateway(true).rewrite(workspace, RewriteRequest.of("Dear Dana"), shown);
    cadence.setModel(workspace, at("/empty"), KEY, MONDAY);
    var elsewhere = gateway(true).rewrite(workspace, REQUEST, shown);

    assertThat(List.of(other, elsewhere))
        .allSatisfy(it -> assertThat(it.toString()).contains("changed since you looked at it"));
    assertThat(asked).isEmpty();
  }

  @Test
  void a_private_address_is_not_asked_unless_whoever_runs_it_says_so() {
    var answer = gateway(false).rewrite(workspace, REQUEST, gateway(false).hash(model, REQUEST));

    assertThat(answer.toString()).contains("Only addresses that begin with https are asked.");
    cadence.setModel(
        workspace, LanguageModel.parse("https://127.0.0.1/v1", "small").orElseThrow(), "", MONDAY);
    assertThat(rewriteBy(gateway(false)).toString()).contains("lies in a private network");
    assertThat(asked).isEmpty();
  }

  @Test
  void its_key_is_sealed_kept_for_its_endpoint_only_and_sealed_again_with_a_new_key() {
    assertThat(table()).doesNotContain(KEY);
    cadence.setModel(workspace, new LanguageModel(model.endpoint(), "large"), "", MONDAY);
    assertThat(cadence.modelKey(workspace)).contains(KEY);

    var before = table();
    rotation.rotate();
    assertThat(table()).isNotEqualTo(before);
    rotation.rotate();
    assertThat(cadence.modelKey(workspace)).contains(KEY);

    cadence.setModel(workspace, at("/elsewhere"), "", MONDAY);
    assertThat(cadence.modelKey(workspace)).isEmpty();
  }

  @Test
  void another_workspace_has_none_and_one_that_is_turned_off_is_asked_nothing() {
    var bob = cast.owner("Bob").workspace();
    assertThat(cadence.model(bob)).isEmpty();
    cadence.removeModel(bob);
    assertThat(cadence.model(workspace)).isPresent();

    cadence.removeModel(workspace);

    assertThat(rewrite().toString()).contains("No language model is set up.");
    assertThat(cadence.modelHasKey(workspace)).isFalse();
    assertThat(asked).isEmpty();
  }

  @Test
  void only_a_whole_address_of_the_web_is_an_endpoint() {
    for (var bad :
        List.of(
            "",
            "example.org",
            "file:///etc/passwd",
            "https://",
            "https://ada:secret@example.org/v1",
            "https://exa mple.org",
            "https://example.org/" + "x".repeat(500))) {
      assertThat(LanguageModel.parse(bad, "small")).as(bad).isEmpty();
    }
    assertThat(LanguageModel.parse("https://example.org/v1", " ")).isEmpty();
  }

  private RewriteAnswer rewrite() {
    return rewriteBy(gateway(true));
  }

  private RewriteAnswer rewriteBy(ModelGateway gateway) {
    var shown = gateway.hash(cadence.model(workspace).orElse(model), REQUEST);
    return gateway.rewrite(workspace, REQUEST, shown);
  }

  private ModelGateway gateway(boolean allowPrivate) {
    return new ModelGateway(
        cadence,
        new HttpGateway(new HttpSettings(false, Duration.ofSeconds(1))),
        rewrites,
        new ModelSettings(allowPrivate, Duration.ofSeconds(2)));
  }

  private LanguageModel at(String path) {
    return LanguageModel.parse(
            "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path), "small")
        .orElseThrow();
  }

  private void on(String path, Behaviour behaviour) {
    server.createContext(
        path,
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          behaviour.answer(exchange);
        });
  }

  private static String said(String words) {
    return "{\"choices\":[{\"message\":{\"content\":\"%s\"}}]}".formatted(words);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The row as the database has it. */
  private String table() {
    var tables = TestWorkspace.of(workspace);
    return Objects.requireNonNull(
        tables.call(() ->
            tables
                .jdbc()
                .sql(
                    "select encode(sealed_key, 'escape') from cadence.model where workspace_id ="
                        + " :workspace")
                .param("workspace", workspace.value())
                .query(String.class)
                .single()));
  }
}
