package io.politely.accounts.web;

/**
 * The page where one signs in.
 *
 * @param token of a sign-in link, or "" to sign in by password
 * @param problem why the last attempt failed, or ""
 * @param address what was entered as the address
 * @param to where to go after signing in
 */
public record SignInPage(String token, String problem, String address, String to) {

  static SignInPage byPassword(String problem, String address, String to) {
    return new SignInPage("", problem, address, to);
  }

  static SignInPage byLink(String token, String problem, String to) {
    return new SignInPage(token, problem, "", to);
  }

  /** Whether a link brought us here that still works. */
  public boolean isByLink() {
    return !token.isEmpty() && problem.isEmpty();
  }
}
