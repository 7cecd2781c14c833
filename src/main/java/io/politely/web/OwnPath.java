package io.politely.web;

/** A path on this server, for going back to where a form was sent from. */
public final class OwnPath {

  private OwnPath() {}

  /** {@code wanted} when it stays on this server, else the front page. */
  public static String of(String wanted) {
    // "//host" and "/\host" leave the server in every browser.
    boolean stays =
        wanted.startsWith("/")
            && !wanted.startsWith("//")
            && !wanted.startsWith("/\\")
            && wanted.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return stays ? wanted : "/";
  }
}
