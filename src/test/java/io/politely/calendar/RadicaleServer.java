package io.politely.calendar;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Radicale of its own: on a free port of this machine, with one user, in a directory. */
@Edge
final class RadicaleServer implements AutoCloseable {

  static final ServerLogin ADA = new ServerLogin("ada", "secret");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final Process process;

  RadicaleServer(Path directory) throws IOException, InterruptedException {
    int port = freePort();
    address = URI.create("http://127.0.0.1:%d/".formatted(port));
    var users = Files.writeString(directory.resolve("users"), "ada:secret\n");
    var settings =
        Files.writeString(
            directory.resolve("config"),
            """
            [server]
            hosts = 127.0.0.1:%d
            [auth]
            type = htpasswd
            htpasswd_filename = %s
            htpasswd_encryption = plain
            delay = 0
            [storage]
            filesystem_folder = %s
            [web]
            type = none
            """
                .formatted(port, users, directory.resolve("collections")));
    process =
        new ProcessBuilder(List.of("radicale", "--config", settings.toString()))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    awaitStart();
  }

  URI address() {
    return address;
  }

  /** Makes an empty calendar, as the programs of its user do. */
  URI makeCalendar(String name) throws IOException, InterruptedException {
    var at = address.resolve("/ada/" + name + "/");
    var body =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>
        <d:displayname>%s</d:displayname>
        <c:supported-calendar-component-set><c:comp name="VEVENT"/></c:supported-calendar-component-set>
        </d:prop></d:set></c:mkcalendar>
        """
            .formatted(name);
    var answer =
        http.send(
            HttpRequest.newBuilder(at)
                .header("Authorization", credentials())
                .method("MKCALENDAR", BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException("MKCALENDAR answered " + answer.statusCode() + ": " + answer.body());
    }
    return at;
  }

  private static String credentials() {
    return "Basic "
        + Base64.getEncoder().encodeToString("ada:secret".getBytes(StandardCharsets.UTF_8));
  }

  private void awaitStart() throws IOException, InterruptedException {
    var end = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
        return;
      } catch (IOException e) {
        if (!process.isAlive() || Instant.now().isAfter(end)) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
