package io.politely.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.ledger.Ledger;
import io.politely.ledger.Matter;
import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class ConversationTest {

  private static final Instant PRESENT = Instant.parse(SampleWorkspace.PRESENT);

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private SampleWorkspace sample;
  @Autowired private Ledger ledger;

  @Test
  void a_conversation_says_whose_move_it_is_and_marks_the_words_that_show_it() {
    var shown = robin().open(path()).document();

    assertThat(shown.select("h1").text()).isEqualTo(matter().subject());
    assertThat(shown.select(".verdict-reason").text()).isEqualTo(matter().move().reason());
    assertThat(shown.select(".message mark")).isNotEmpty();
    var evidence = shown.select(".verdict-facts a[href*=#m-]").attr("href");
    assertThat(shown.getElementById(evidence.substring(evidence.indexOf('#') + 1))).isNotNull();
  }

  @Test
  void the_whole_text_of_a_message_is_a_page_of_its_own() {
    var robin = robin();
    var message = robin.open(path()).document().select(".message .fold-body a").attr("href");

    assertThat(robin.open(message).document().select("#rest").text()).isNotBlank();
  }

  @Test
  void what_belongs_to_somebody_else_is_not_there() {
    var message = robin().open(path()).document().select(".message .fold-body a").attr("href");
    var eve = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));

    assertThat(eve.open(path()).status()).isEqualTo(404);
    assertThat(eve.open(path()).text()).contains("There is no such conversation here.");
    assertThat(eve.open(message).status()).isEqualTo(404);
  }

  private Matter matter() {
    return ledger.ours(sample.robin().workspace(), PRESENT, 1).getFirst();
  }

  private String path() {
    return "/conversations/" + matter().conversation();
  }

  private Visitor robin() {
    return Visitor.of(port).signedInBy(cast.link(sample.robin()));
  }
}
