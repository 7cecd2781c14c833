package io.politely.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.accounts.Accounts;
import io.politely.archive.Manifest.Rows;
import io.politely.kernel.WorkspaceId;
import io.politely.outbox.Outbox;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Everything of a workspace, written into a file and read from one. */
@Component
public class Archive {

  private final ArchiveStore store;
  private final Accounts accounts;
  private final Outbox outbox;

  Archive(ArchiveStore store, Accounts accounts, Outbox outbox) {
    this.store = store;
    this.accounts = accounts;
    this.outbox = outbox;
  }

  /**
   * Writes everything of a workspace as it is at this moment, as a ZIP file, row by row; the stream
   * stays open.
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Manifest write(WorkspaceId workspace, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out, UTF_8);
    var tables = new ArrayList<Rows>();
    store.writePlainly();
    for (var table : ArchiveRules.exported(store.tables())) {
      zip.putNextEntry(new ZipEntry(table.entry()));
      tables.add(write(workspace, table, zip));
      zip.closeEntry();
    }
    var manifest =
        new Manifest(Manifest.FORMAT, workspace.value(), Manifest.digest(tables), tables);
    zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
    zip.write(ManifestJson.write(manifest));
    zip.closeEntry();
    zip.finish();
    return manifest;
  }

  /**
   * Puts a workspace here that was written elsewhere. It sends nothing until a person confirms that
   * it sends from nowhere else.
   *
   * @param workspace the one that the file names
   * @throws UnusableArchive where it cannot be put here; then nothing of it is here
   */
  @Transactional(rollbackFor = Exception.class)
  public void read(WorkspaceId workspace, ArchiveFile file) throws UnusableArchive, IOException {
    var manifest = file.manifest();
    if (accounts.workspaces().contains(workspace)) {
      throw new UnusableArchive("This workspace is here already; nothing was changed.");
    }
    var tables = ArchiveRules.of(manifest, ArchiveRules.exported(store.tables()));
    store.writePlainly();
    store.waitWithChecks();
    for (var table : tables) {
      put(workspace, table, file);
    }
    try {
      store.checkEverything();
    } catch (DataAccessException e) {
      throw new UnusableArchive("Its rows do not belong together: %s.".formatted(reason(e)), e);
    }
    accounts.welcomeBack(workspace);
    outbox.fenceUntilConfirmed(workspace);
    if (!digest(workspace, tables).equals(manifest.digest())) {
      throw new UnusableArchive(
          "What it holds is not what it says it holds: it was changed or damaged.");
    }
  }

  private void put(WorkspaceId workspace, ArchiveTable table, ArchiveFile file)
      throws UnusableArchive, IOException {
    file.rows(
        table.entry(),
        (rows, length, line) -> {
          try {
            store.put(workspace, table, rows, length);
          } catch (DataAccessException e) {
            throw new UnusableArchive(
                "In %s, up to line %d: %s.".formatted(table.entry(), line, reason(e)), e);
          }
        });
    store.countOn(workspace, table);
  }

  private String digest(WorkspaceId workspace, List<ArchiveTable> tables) throws IOException {
    var rows = new ArrayList<Rows>();
    for (var table : tables) {
      rows.add(write(workspace, table, OutputStream.nullOutputStream()));
    }
    return Manifest.digest(rows);
  }

  private Rows write(WorkspaceId workspace, ArchiveTable table, OutputStream out)
      throws IOException {
    var sha256 = Manifest.sha256();
    long count = 0;
    var buffer = new BufferedOutputStream(out, 1 << 16);
    try (var rows = store.rows(workspace, table)) {
      for (var line : (Iterable<String>) rows::iterator) {
        var bytes = (line + "\n").getBytes(UTF_8);
        sha256.update(bytes);
        buffer.write(bytes);
        count++;
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    buffer.flush();
    return new Rows(
        table.name(), table.columns(), count, HexFormat.of().formatHex(sha256.digest()));
  }

  /** What PostgreSQL says, without the statement around it. */
  private static String reason(DataAccessException e) {
    var said = String.valueOf(e.getMostSpecificCause().getMessage());
    return said.lines().findFirst().orElse(said).replaceFirst("^ERROR: ", "");
  }
}
