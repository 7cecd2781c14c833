package io.politely.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {

  @Test
  void a_path_of_ours_stays() {
    assertThat(OwnPath.of("/people/7?tab=all")).isEqualTo("/people/7?tab=all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "//example.com",
        "/\\example.com",
        "javascript:alert(1)",
        "",
        "/a\r\nSet-Cookie: x=y"
      })
  void anything_else_is_the_front_page(String elsewhere) {
    assertThat(OwnPath.of(elsewhere)).isEqualTo("/");
  }
}
