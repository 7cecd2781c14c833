package io.politely.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.WorkspaceId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenTest {

  static final WorkspaceId WORKSPACE =
      new WorkspaceId(UUID.fromString("0190f0a1-80ff-7abc-8123-fedcba987654"));

  @Test
  void a_token_survives_its_text() {
    var token = Token.of(WORKSPACE, new byte[32]);

    assertThat(token.text()).hasSize(64).matches("[A-Za-z0-9_-]+");
    assertThat(Token.parse(token.text())).contains(token);
  }

  @Test
  void a_text_that_is_no_token_is_none() {
    assertThat(Token.parse("")).isEmpty();
    assertThat(Token.parse("not base64!")).isEmpty();
    assertThat(Token.parse(Token.of(WORKSPACE, new byte[32]).text().substring(4))).isEmpty();
  }

  @Test
  void a_token_does_not_tell_its_secret_in_a_log() {
    var token = Token.of(WORKSPACE, new byte[32]);

    assertThat(token.toString()).doesNotContain(token.secret());
  }
}
