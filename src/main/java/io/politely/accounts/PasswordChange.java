package io.politely.accounts;

/** How an attempt to change a password ended. */
public sealed interface PasswordChange {

  /** Changed; every other session has ended, and this one goes on with a new token. */
  record Done(Token session) implements PasswordChange {}

  /** Not changed; the reason is a sentence for the page. */
  record Refused(Field field, String reason) implements PasswordChange {}

  /** Which of the two passwords was wrong. */
  enum Field {
    CURRENT,
    WANTED
  }
}
