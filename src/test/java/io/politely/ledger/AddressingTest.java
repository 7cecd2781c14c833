package io.politely.ledger;

import static io.politely.ledger.Stories.ADA;
import static io.politely.ledger.Stories.GRACE;
import static io.politely.ledger.Stories.LINUS;
import static io.politely.ledger.Stories.fold;
import static io.politely.ledger.Stories.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.reading.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom an ask means. The seat is Grace's; Ada writes, Linus is there too. */
class AddressingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Grace, could you confirm?",
        "Hi Grace, could you confirm?",
        "@grace could you confirm?",
        "Could you confirm, @Grace?",
        "Grace – could you confirm?",
        "Linus, Grace, could you confirm?",
        "Linus and Grace, could you confirm?",
        "Could you confirm, Grace?",
        "Liebe Grace, kannst du das bestätigen?",
        "Chère Grace, pouvez-vous confirmer ?",
        "Grace: ¿puedes confirmar?",
      })
  void an_ask_to_us_by_name_is_ours_even_in_copy(String sentence) {
    assertThat(moveInCopy(sentence)).isInstanceOf(Move.Ours.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Linus, could you confirm?",
        "Hallo Linus, kannst du das bestätigen?",
        "@linus could you confirm?",
        "Linus – could you confirm?",
        "Could you confirm, Linus?",
        "Beste Linus, kun je dit bevestigen?",
        "Olá Linus, pode confirmar?",
      })
  void an_ask_to_another_by_name_is_not_ours(String sentence) {
    assertThat(moveAmongTwo("", sentence)).isInstanceOf(Move.Nobodys.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Could you confirm?", "As Grace wrote on Monday, could you confirm?"})
  void an_ask_without_an_address_in_a_copy_is_not_ours(String sentence) {
    assertThat(moveInCopy(sentence)).isInstanceOf(Move.Nobodys.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi all,",
        "Dear team,",
        "Hallo zusammen,",
        "Bonjour à tous,",
        "Hola a todos,",
        "Ciao a tutti,",
        "Hoi allemaal,",
        "Olá a todos,",
      })
  void an_ask_to_everybody_among_several_is_weak(String greeting) {
    assertThat(moveAmongTwo(greeting, "Could you confirm?")).isNotInstanceOf(Move.Ours.class);
    assertThat(moveAmongTwo("Hi Grace,", "Could you confirm?")).isInstanceOf(Move.Ours.class);
  }

  @Test
  void an_ask_to_everybody_is_ours_where_we_are_everybody() {
    var alone =
        message(1)
            .from(ADA)
            .to(GRACE)
            .text("Hi all,\n\nCould you confirm?")
            .says(Act.QUESTION, "Could you confirm?")
            .built();

    assertThat(fold(alone).move()).isInstanceOf(Move.Ours.class);
  }

  private static Move moveInCopy(String sentence) {
    var copy = message(1).from(ADA).to(LINUS).cc(GRACE).text(sentence).says(Act.QUESTION, sentence);
    return fold(copy.built()).move();
  }

  private static Move moveAmongTwo(String greeting, String sentence) {
    var both =
        message(1)
            .from(ADA)
            .to(GRACE, LINUS)
            .text(greeting.isEmpty() ? sentence : greeting + "\n\n" + sentence)
            .says(Act.QUESTION, sentence);
    return fold(both.built()).move();
  }
}
