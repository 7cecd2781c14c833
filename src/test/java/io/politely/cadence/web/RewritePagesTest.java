package io.politely.cadence.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.politely.cadence.Cadence;
import io.politely.cadence.Cadence.Starting;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.NewFollowUp;
import io.politely.kernel.EmailAddress;
import io.politely.outbox.Outbox;
import io.politely.people.People;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import io.politely.wording.RewriteRequest;
import io.politely.wording.Rewrites;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class RewritePagesTest {

  private static final String SETTINGS = "/settings/model";
  private static final String ASK = "button[value=rewrite]";

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Cadence cadence;
  @Autowired private Outbox outbox;
  @Autowired private Rewrites rewrites;
  @Autowired private Clock clock;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Cast.Owner ada;
  private Visitor visitor;
  private String path;

  @BeforeEach
  void ada_follows_up_with_grace() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          boolean isGood = exchange.getRequestURI().getPath().equals("/good");
          var body =
              "{\"choices\":[{\"message\":{\"content\":\"Dear Grace, just checking in.\"}}]}"
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(isGood ? 200 : 401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    ada = cast.owner("Ada Lovelace");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    var grace =
        people.enter(ada.workspace(), "Grace Hopper", new EmailAddress("grace@example.com"));
    var starting =
        cadence.start(
            ada.workspace(),
            new NewFollowUp(
                grace,
                "S1",
                null,
                null,
                null,
                null,
                null,
                new Research("They lead the team.", "Their page", "I built what they need.")),
            ada.member(),
            clock.instant());
    path = "/follow-ups/" + ((Starting.Started) starting).id();
  }

  @AfterEach
  void the_server_ends() {
    server.stop(0);
  }

  @Test
  void nobody_is_asked_before_one_is_set_up_and_after_it_is_turned_off() {
    assertThat(visitor.open(path).document().select(ASK)).isEmpty();

    setUp("/good");
    assertThat(visitor.open(path).document().select(ASK)).hasSize(1);
    visitor.submit(visitor.open(SETTINGS), "form.section[action=/settings/model]", Map.of());

    assertThat(visitor.open(path).document().select(ASK)).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void it_is_shown_first_sent_by_a_second_click_and_comes_back_as_a_draft_with_remarks() {
    setUp("/good");
    var words = "Dear Grace,\n\nwhen could we talk?\n\nAda";

    var look = look(words);

    assertThat(asked).as("looking at it sends nothing").isEmpty();
    var shown = look.document().select("[data-sent]");
    var request = RewriteRequest.of(words);
    assertThat(shown.get(0).wholeText()).isEqualTo(request.instructions());
    assertThat(shown.get(1).wholeText()).isEqualTo(request.letter());

    var back = visitor.submit(look, "form[action$=/rewrites]", Map.of());

    assertThat(asked).containsExactly(rewrites.json("small", request));
    assertThat(back.document().select("#body").val()).isEqualTo("Dear Grace, just checking in.");
    assertThat(back.document().select("[aria-label='Remarks on the letter']").text())
        .contains("just checking in");
    assertThat(outbox.open(ada.workspace(), 10)).as("nothing leaves by itself").isEmpty();
  }

  @Test
  void where_it_fails_one_sentence_says_so_and_the_words_stay() {
    setUp("/wrong-key");

    var back =
        visitor.submit(look("Dear Grace, as I typed it."), "form[action$=/rewrites]", Map.of());

    assertThat(back.status()).isEqualTo(422);
    assertThat(back.document().select("[role=alert]").text())
        .isEqualTo("The endpoint does not accept the key (401). The draft stays as it is.");
    assertThat(back.document().select("#body").val()).isEqualTo("Dear Grace, as I typed it.");
  }

  @Test
  void a_key_is_never_shown_again_and_what_is_no_address_is_explained() {
    setUp("/good");
    assertThat(visitor.open(SETTINGS).response().body()).doesNotContain("sk-herons");
    assertThat(visitor.open(SETTINGS).text()).contains("There is one.");

    var again =
        visitor.submit(
            visitor.open(SETTINGS), "form.panel", Map.of("endpoint", "example.org", "name", "x"));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.document().select("#model-problem").text()).contains("the whole address");
  }

  private void setUp(String at) {
    var endpoint = "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), at);
    var saved =
        visitor.submit(
            visitor.open(SETTINGS),
            "form.panel",
            Map.of("endpoint", endpoint, "name", "small", "key", "sk-herons"));
    assertThat(saved.location()).isEqualTo(SETTINGS);
  }

  private Visitor.Shown look(String words) {
    return visitor.submit(
        visitor.open(path), "form.compose", Map.of("body", words, "then", "rewrite"));
  }
}
