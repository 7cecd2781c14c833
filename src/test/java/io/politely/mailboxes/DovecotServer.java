package io.politely.mailboxes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Dovecot, as the Debian package {@code dovecot-imapd} has it, in a directory of its own and on a
 * port of its own: no service of the machine is touched.
 */
public final class DovecotServer implements MailServer {

  private static final long PATIENCE_SECONDS = 20;

  /** Mailboxes beside Ada's, which nothing comes into: {@code idle0} and so on. */
  private static final int IDLE_MAILBOXES = 200;

  private final Path directory;
  private final int port;
  private final int signInPort;
  private final Process process;

  /** Starts it with Ada's mailbox, which is empty. */
  public DovecotServer() {
    this(null);
  }

  /**
   * One that also lets in by tokens.
   *
   * @param introspection where it asks whether a token is good (RFC 7662), and whose; null: by
   *     passwords only
   */
  public DovecotServer(@Nullable URI introspection) {
    try {
      directory = Files.createTempDirectory("politely-dovecot");
      port = freePort();
      signInPort = freePort();
      Files.createDirectories(mailbox());
      open(directory, "rwxr-xr-x");
      open(directory.resolve("mail"), "rwxrwxrwx");
      open(mailbox(), "rwxrwxrwx");
      Files.writeString(directory.resolve("users"), users());
      Files.writeString(
          directory.resolve("dovecot.conf"),
          configuration() + (introspection == null ? "" : tokens(introspection)));
      process =
          new ProcessBuilder("dovecot", "-F", "-c", directory.resolve("dovecot.conf").toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("output").toFile())
              .start();
      awaitGreeting();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The inbox as a maildir, for filling it fast. */
  public Path mailbox() {
    return mailboxes().resolve(LOGIN);
  }

  /** The maildirs, by login. */
  Path mailboxes() {
    return directory.resolve("mail");
  }

  /** Where another server asks whether somebody may sign in (Dovecot's own protocol). */
  int signInPort() {
    return signInPort;
  }

  /** Who may write to the mailboxes. */
  static String owner() {
    var user = System.getProperty("user.name");
    return user.equals("root") ? "mail" : user;
  }

  /** Makes folders and files of a mailbox usable for Dovecot, whoever made them. */
  public static void open(Path path) throws IOException {
    open(path, "rwxrwxrwx");
  }

  @Override
  public int port() {
    return port;
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

  private static String users() {
    var users = new StringBuilder(user(LOGIN));
    for (int i = 0; i < IDLE_MAILBOXES; i++) {
      users.append(user("idle" + i));
    }
    return users.toString();
  }

  private static String user(String login) {
    return login + ":{PLAIN}" + PASSWORD + ":::::\n";
  }

  private void awaitGreeting() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.getInputStream().read() == '*') {
          return;
        }
      } catch (IOException e) {
        // Not yet.
      }
    }
    throw new IOException(
        "Dovecot does not start: "
            + Files.readString(directory.resolve("output"))
            + Files.readString(directory.resolve("log")));
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void open(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  /** Everything as the user who runs this; but nothing as root, which Dovecot refuses. */
  private String configuration() {
    var user = System.getProperty("user.name");
    boolean root = user.equals("root");
    return """
    base_dir = %1$s/run
    log_path = %1$s/log
    protocols = imap
    listen = 127.0.0.1
    ssl = no
    disable_plaintext_auth = no
    default_internal_user = %2$s
    default_internal_group = %2$s
    default_login_user = %2$s
    first_valid_uid = 0
    mail_uid = %2$s
    mail_gid = %2$s
    mail_location = maildir:%1$s/mail/%%u
    mail_fsync = never
    mail_max_userip_connections = 1000
    service imap-login {
      chroot =
      process_min_avail = 1
      inet_listener imap {
        port = %3$d
      }
      inet_listener imaps {
        port = 0
      }
    }
    service anvil {
      chroot =
    }
    service auth {
      inet_listener {
        address = 127.0.0.1
        port = %7$d
      }
    }
    service stats {
      chroot =
    }
    passdb {
      driver = passwd-file
      mechanisms = plain login
      args = scheme=plain username_format=%%u %1$s/users
    }
    userdb {
      driver = static
      args = uid=%2$s gid=%6$s home=%1$s/mail/%%u
    }
    namespace inbox {
      inbox = yes
      separator = /
      mailbox Drafts {
        special_use = \\Drafts
        auto = create
      }
    }
    """
        .formatted(
            directory,
            owner(),
            port,
            root ? "dovecot" : user,
            root ? "dovenull" : user,
            owner(),
            signInPort);
  }

  private String tokens(URI introspection) throws IOException {
    var file =
        Files.writeString(
            directory.resolve("tokens.conf"),
            """
            introspection_mode = post
            introspection_url = %s
            force_introspection = yes
            username_attribute = username
            active_attribute = active
            active_value = true
            """
                .formatted(introspection));
    return """
    auth_mechanisms = plain login xoauth2 oauthbearer
    passdb {
      driver = oauth2
      mechanisms = xoauth2 oauthbearer
      args = %s
    }
    """
        .formatted(file);
  }
}
