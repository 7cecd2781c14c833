package io.politely.mailboxes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * Postfix, as the Debian package has it, with settings, queue and port of its own: no service of
 * the machine is touched, and nothing leaves it. It asks Dovecot who may sign in, and delivers into
 * Dovecot's mailboxes: what goes to {@code grace@example.com} lies in the mailbox of {@code idle0}.
 * Only root can start it.
 */
public final class PostfixServer implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final Path directory;
  private final int port;
  private final Process process;

  /**
   * Starts it.
   *
   * @param certificate key and certificate, PEM
   */
  public PostfixServer(DovecotServer dovecot, String certificate) {
    try {
      directory = Files.createTempDirectory("politely-postfix");
      port = DovecotServer.freePort();
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.createDirectory(directory.resolve("queue"));
      Files.createDirectory(directory.resolve("data"));
      own(directory.resolve("data"), "postfix");
      Files.writeString(directory.resolve("certificate.pem"), certificate);
      Files.writeString(directory.resolve("mailboxes"), "grace@example.com idle0/\n");
      Files.writeString(directory.resolve("main.cf"), settings(dovecot));
      Files.writeString(directory.resolve("master.cf"), services());
      process =
          new ProcessBuilder("/usr/sbin/postfix", "-c", directory.toString(), "start-fg")
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("output").toFile())
              .start();
      awaitGreeting();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it takes mail, with STARTTLS. */
  public int port() {
    return port;
  }

  /** What it wrote down. */
  public String log() {
    try {
      var log = directory.resolve("log");
      return Files.readString(directory.resolve("output"))
          + (Files.exists(log) ? Files.readString(log) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    FileSystemUtils.deleteRecursively(directory.toFile());
  }

  private static Path own(Path path, String user) throws IOException {
    var users = path.getFileSystem().getUserPrincipalLookupService();
    return Files.setOwner(path, users.lookupPrincipalByName(user));
  }

  private void awaitGreeting() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.getInputStream().read() == '2') {
          return;
        }
      } catch (IOException e) {
        // Not yet.
      }
    }
    throw new IOException("Postfix does not start: " + log());
  }

  private String settings(DovecotServer dovecot) throws IOException {
    var example = own(Files.createFile(directory.resolve("owner")), DovecotServer.owner());
    int owner = (int) Files.getAttribute(example, "unix:uid");
    return """
    compatibility_level = 3.6
    queue_directory = %1$s/queue
    data_directory = %1$s/data
    maillog_file = %1$s/log
    maillog_file_prefixes = %1$s
    myhostname = mail.example.com
    inet_interfaces = 127.0.0.1
    inet_protocols = ipv4
    mydestination =
    alias_maps =
    local_recipient_maps =
    virtual_mailbox_domains = example.com
    virtual_mailbox_base = %2$s
    virtual_mailbox_maps = texthash:%1$s/mailboxes
    virtual_uid_maps = static:%3$d
    virtual_gid_maps = static:%3$d
    virtual_minimum_uid = 1
    default_transport = error:nothing leaves this machine
    smtpd_relay_restrictions = permit_sasl_authenticated, reject
    smtpd_sasl_auth_enable = yes
    smtpd_sasl_type = dovecot
    smtpd_sasl_path = inet:127.0.0.1:%4$d
    smtpd_tls_security_level = may
    smtpd_tls_chain_files = %1$s/certificate.pem
    """
        .formatted(directory, dovecot.mailboxes(), owner, dovecot.signInPort());
  }

  private String services() {
    return """
    127.0.0.1:%d inet n - n - - smtpd
    cleanup unix n - n - 0 cleanup
    qmgr unix n - n 300 1 qmgr
    tlsmgr unix - - n 1000? 1 tlsmgr
    rewrite unix - - n - - trivial-rewrite
    bounce unix - - n - 0 bounce
    defer unix - - n - 0 bounce
    trace unix - - n - 0 bounce
    flush unix n - n 1000? 0 flush
    proxymap unix - - n - - proxymap
    error unix - - n - - error
    retry unix - - n - - error
    virtual unix - n n - - virtual
    anvil unix - - n - 1 anvil
    postlog unix-dgram n - n - 1 postlogd
    """
        .formatted(port);
  }
}
