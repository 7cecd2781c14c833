package io.politely.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An exported workspace that tests look into, and tamper with. */
@Edge
public final class TestArchive {

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final UUID workspace;

  private TestArchive(UUID workspace) {
    this.workspace = workspace;
  }

  /** Exports a workspace, and says that it is another one: each database has one only once. */
  public static TestArchive of(Archive archive, WorkspaceId original) throws IOException {
    var file = new ByteArrayOutputStream();
    archive.write(original, file);
    var written = new TestArchive(UUID.randomUUID());
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        written.entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return written.with(
        "workspace.json", json -> json.replace(original.toString(), written.workspace.toString()));
  }

  /** Which workspace it says it is. */
  public WorkspaceId workspace() {
    return new WorkspaceId(workspace);
  }

  /** The text of an entry. */
  public String text(String name) {
    return new String(entries.getOrDefault(name, new byte[0]), UTF_8);
  }

  /** Every entry's text but the manifest's, by name. */
  public Map<String, String> rows() {
    var rows = new LinkedHashMap<String, String>();
    entries.keySet().stream()
        .filter(name -> !name.equals("workspace.json"))
        .forEach(name -> rows.put(name, text(name)));
    return rows;
  }

  TestArchive with(String name, UnaryOperator<String> change) {
    entries.put(name, change.apply(text(name)).getBytes(UTF_8));
    return this;
  }

  TestArchive with(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  TestArchive without(String name) {
    entries.remove(name);
    return this;
  }

  /** Writes it as a file. */
  public Path in(Path directory) {
    var file = directory.resolve(workspace + ".zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
