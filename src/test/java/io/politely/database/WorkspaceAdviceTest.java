package io.politely.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.politely.kernel.WorkspaceId;
import io.politely.testing.TestWorkspace;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@Import(WorkspaceAdviceTest.Door.class)
class WorkspaceAdviceTest {

  private final WorkspaceId ours = TestWorkspace.fresh().id();
  private final WorkspaceId theirs = TestWorkspace.fresh().id();

  @Autowired private Door door;

  @Test
  void a_front_door_sees_the_workspace_that_it_was_called_with() {
    assertThat(door.workspaces(ours)).containsExactly(ours.value());
    assertThat(door.workspaces(theirs)).containsExactly(theirs.value());
  }

  @Test
  void doors_that_call_each_other_stay_in_one_workspace() {
    assertThat(door.then(ours, () -> door.workspaces(ours))).containsExactly(ours.value());
  }

  @Test
  void one_transaction_cannot_serve_two_workspaces() {
    assertThatIllegalStateException()
        .isThrownBy(() -> door.then(ours, () -> door.workspaces(theirs)));
  }

  @Test
  void a_transaction_of_its_own_may_serve_another_workspace_and_then_the_first_goes_on() {
    var seen =
        door.then(
            ours,
            () -> {
              var inside = door.workspacesApart(theirs);
              return List.of(inside.getFirst(), door.workspaces(ours).getFirst());
            });

    assertThat(seen).containsExactly(theirs.value(), ours.value());
  }

  @Component
  static class Door {

    private final JdbcClient jdbc;

    Door(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    List<UUID> workspaces(WorkspaceId workspace) {
      // Without naming the workspace, on purpose: row-level security has to answer.
      return jdbc.sql("select workspace_id from accounts.workspace").query(UUID.class).list();
    }

    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    List<UUID> workspacesApart(WorkspaceId workspace) {
      return workspaces(workspace);
    }

    @Transactional(readOnly = true)
    List<UUID> then(WorkspaceId workspace, Supplier<List<UUID>> work) {
      return work.get();
    }
  }
}
