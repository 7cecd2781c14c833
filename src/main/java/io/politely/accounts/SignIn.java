package io.politely.accounts;

/** How an attempt to sign in ended. */
public sealed interface SignIn {

  /** Signed in, with a new session. */
  record Done(Token session) implements SignIn {}

  /** Not signed in; the reason is a sentence for the page. */
  record Refused(String reason) implements SignIn {}
}
