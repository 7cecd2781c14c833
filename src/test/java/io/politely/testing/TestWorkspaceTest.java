package io.politely.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class TestWorkspaceTest {

  private static final String NAMES = "select name from accounts.workspace";

  @Test
  void a_workspace_sees_only_itself() {
    var ours = TestWorkspace.fresh();
    var _ = TestWorkspace.fresh();

    assertThat(ours.call(() -> ours.jdbc().sql(NAMES).query(String.class).list())).hasSize(1);
  }

  @Test
  void without_a_workspace_every_query_fails() {
    var workspace = TestWorkspace.fresh();

    assertThatThrownBy(() -> workspace.jdbc().sql(NAMES).query(String.class).list())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void the_session_lives_in_an_odd_time_zone() {
    var workspace = TestWorkspace.fresh();

    assertThat(workspace.jdbc().sql("show timezone").query(String.class).single())
        .isEqualTo("Pacific/Chatham");
  }
}
