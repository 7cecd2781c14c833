package io.politely.testing;

import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh workspace in the test database, seen as the application sees it: under row-level
 * security, as a role without other rights.
 */
@Edge
public final class TestWorkspace {

  private final WorkspaceId id;
  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final TransactionTemplate transactions;

  private TestWorkspace(WorkspaceId id, DataSource pool) {
    this.id = id;
    this.batch = new JdbcTemplate(pool);
    this.jdbc = JdbcClient.create(batch);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  /** A new workspace without members, addresses or mail. */
  public static TestWorkspace fresh() {
    var workspace =
        new TestWorkspace(new WorkspaceId(UUID.randomUUID()), TestDatabase.get().pool());
    workspace.run(workspace::insert);
    return workspace;
  }

  /** A workspace that exists already. */
  public static TestWorkspace of(WorkspaceId id) {
    return new TestWorkspace(id, TestDatabase.get().pool());
  }

  /** One that exists in another database. */
  public static TestWorkspace of(WorkspaceId id, DataSource pool) {
    return new TestWorkspace(id, pool);
  }

  public WorkspaceId id() {
    return id;
  }

  /** For stores under test; its statements join the transaction of {@link #call}. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  /** The same for stores that write in batches. */
  public JdbcTemplate batch() {
    return batch;
  }

  /** Runs work in a transaction of this workspace, and commits. */
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    return transactions.execute(_ -> {
      jdbc.sql("set local politely.workspace = '" + id + "'").update();
      return work.get();
    });
  }

  /** The same for work without a result. */
  public void run(Runnable work) {
    call(() -> {
      work.run();
      return true;
    });
  }

  private void insert() {
    jdbc.sql(
            """
            insert into accounts.workspace (workspace_id, name, created_at)
                 values (:workspace, 'A workspace of a test', :now)
            """)
        .param("workspace", id.value())
        .param("now", Timestamp.from(Instant.parse("2026-03-02T09:00:00Z")))
        .update();
  }
}
