package io.politely.mailboxes;

/** A way in which a mail server cannot be reached, or does not do what it should. */
public sealed interface ConnectionProblem {

  /** What is wrong and what to do, for the user. */
  String sentence();

  /** Whether only a person can help; otherwise trying again later does. */
  default boolean needsPerson() {
    return false;
  }

  /** The server does not take this name and password. */
  record WrongPassword(String host, String login) implements ConnectionProblem {
    @Override
    public String sentence() {
      return "%s does not accept this password for %s. Enter it again.".formatted(host, login);
    }

    @Override
    public boolean needsPerson() {
      return true;
    }
  }

  /** The provider wants a password that was made for programs. */
  record AppPasswordNeeded(String host) implements ConnectionProblem {
    @Override
    public String sentence() {
      return "%s wants a password made for programs (an app password), not the one you sign in with. Make one in the security settings of your provider, and enter it here."
          .formatted(host);
    }

    @Override
    public boolean needsPerson() {
      return true;
    }
  }

  /** There is no credential, or the provider withdrew it. */
  record SignInAgain(String host) implements ConnectionProblem {
    @Override
    public String sentence() {
      return "%s does not let Politely in any more. Connect the mailbox again.".formatted(host);
    }

    @Override
    public boolean needsPerson() {
      return true;
    }
  }

  /** Whoever answers cannot show that it is the server. */
  record Certificate(String host, String why) implements ConnectionProblem {
    @Override
    public String sentence() {
      return "The certificate of %s cannot be trusted (%s). Nothing was sent to it. Check the name of the server, and whether something stands between."
          .formatted(host, why);
    }

    @Override
    public boolean needsPerson() {
      return true;
    }
  }

  /** The server does not encrypt where it was asked to. */
  record NoEncryption(String host, int port) implements ConnectionProblem {
    @Override
    public String sentence() {
      return "%s does not encrypt on port %d, so the password was not sent. Try TLS on port 993."
          .formatted(host, port);
    }

    @Override
    public boolean needsPerson() {
      return true;
    }
  }

  /** What answers there is no mail server that we can speak to. */
  record NotAMailServer(String host, int port) implements ConnectionProblem {
    @Override
    public String sentence() {
      return "What answers at %s, port %d, is no IMAP server. Check the port, and whether it wants TLS or STARTTLS."
          .formatted(host, port);
    }
  }

  /** No server has this name, or there is no network. */
  record UnknownHost(String host) implements ConnectionProblem {
    @Override
    public String sentence() {
      return "There is no server named %s, or this machine has no network. Check the name."
          .formatted(host);
    }
  }

  /** Nothing listens there, or something on the way keeps the port shut. */
  record Blocked(String host, int port) implements ConnectionProblem {
    @Override
    public String sentence() {
      return "%s cannot be reached on port %d. Check the port, and whether a firewall blocks it."
          .formatted(host, port);
    }
  }

  /** No answer in time. */
  record TooSlow(String host, int port) implements ConnectionProblem {
    @Override
    public String sentence() {
      return "%s, port %d, does not answer in time. It is tried again; if that goes on, a firewall may block the port."
          .formatted(host, port);
    }
  }

  /** The server wants less from us for a while. */
  record Throttled(String host, String said) implements ConnectionProblem {
    @Override
    public String sentence() {
      return "%s asks to come back later%s. It is tried again with growing pauses."
          .formatted(host, quoted(said));
    }
  }

  /** The server ended the conversation. */
  record SaidBye(String host, String said) implements ConnectionProblem {
    @Override
    public String sentence() {
      return "%s closed the connection%s. It is tried again.".formatted(host, quoted(said));
    }
  }

  /** The connection broke, or what came makes no sense. */
  record Broken(String host) implements ConnectionProblem {
    @Override
    public String sentence() {
      return "The connection to %s broke. It is tried again.".formatted(host);
    }
  }

  private static String quoted(String said) {
    return said.isEmpty() ? "" : " (“" + said + "”)";
  }
}
