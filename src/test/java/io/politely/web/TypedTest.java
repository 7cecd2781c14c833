package io.politely.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TypedTest {

  @Test
  void an_id_is_read_and_anything_else_is_none() {
    var id = UUID.fromString("0197a8c2-0000-7000-8000-000000000001");

    assertThat(Typed.uuid(id.toString())).contains(id);
    assertThat(Typed.uuid("")).isEmpty();
    assertThat(Typed.uuid("1-1-1-1-1")).isEmpty();
    assertThat(Typed.uuid("0197a8c2x0000x7000x8000x000000000001")).isEmpty();
  }

  @Test
  void words_lose_space_around_them_and_what_is_too_much() {
    assertThat(Typed.words("  a b\0 ", 10)).isEqualTo("a b");
    assertThat(Typed.words(" abcdef ", 3)).isEqualTo("abc");
  }
}
