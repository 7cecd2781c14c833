package io.politely.mailboxes;

/** What a server wants to hear before it lets us in. Never logged, never shown. */
public sealed interface Credential {

  /** A password, mostly one made for this program alone. */
  record Password(String value) implements Credential {
    @Override
    public String toString() {
      return "a password";
    }
  }

  /** A token for XOAUTH2, still valid for some minutes. */
  record AccessToken(String value) implements Credential {
    @Override
    public String toString() {
      return "an access token";
    }
  }
}
