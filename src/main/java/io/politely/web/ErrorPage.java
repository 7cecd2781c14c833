package io.politely.web;

/**
 * What an error page says.
 *
 * @param status the HTTP status
 * @param title what happened, in a few words
 * @param tried what was tried, on what
 * @param advice what to do
 */
public record ErrorPage(int status, String title, String tried, String advice) {

  /**
   * The page for a status.
   *
   * @param tried method and path: "open /people/7"
   * @param reason a sentence that the code gave, or ""
   */
  static ErrorPage of(int status, String tried, String reason) {
    return switch (status) {
      case 400 ->
          new ErrorPage(
              status,
              "That request could not be understood",
              said(
                  reason,
                  "Politely tried to "
                      + tried
                      + ", but a part of the address or form is missing or malformed."),
              "Go back, check what you entered and send it again.");
      case 401 ->
          new ErrorPage(
              status,
              "You are not signed in",
              said(reason, "Politely was asked to " + tried + "."),
              "Sign in and try again.");
      case 403 ->
          new ErrorPage(
              status,
              "This was not allowed",
              said(
                  reason,
                  "Politely was asked to "
                      + tried
                      + ", but the form was too old, or was not sent from a page of yours."),
              "Go back, reload the page and try once more. If you signed in somewhere else"
                  + " meanwhile, sign in here again.");
      case 404 ->
          new ErrorPage(
              status,
              "There is nothing here",
              said(reason, "Politely tried to " + tried + ", and did not find it."),
              "It may have been merged or erased. Search for it, or start from Today.");
      case 405 ->
          new ErrorPage(
              status,
              "That cannot be done here",
              "Politely was asked to " + tried + ", which this address does not offer.",
              "If you came by a link, the page it was meant for has a button for it.");
      case 413 ->
          new ErrorPage(
              status,
              "That is too large",
              "Politely was asked to "
                  + tried
                  + ", with more than it accepts in one upload (20 GB).",
              "Go back and enter the path of the mailbox instead; nothing is copied then. Or upload"
                  + " it in parts: what comes twice is recognised.");
      case 422 ->
          new ErrorPage(
              status,
              "That does not fit",
              said(reason, "Politely was asked to " + tried + "."),
              "Go back, change what you entered and send it again.");
      case 429 ->
          new ErrorPage(
              status,
              "A moment, please",
              said(reason, "Politely was asked to " + tried + " too often in a short time."),
              "Wait a minute, then try again.");
      default ->
          new ErrorPage(
              status,
              "Something broke on our side",
              "Politely tried to "
                  + tried
                  + " and failed. Nothing was half done: what could not be finished was taken"
                  + " back.",
              "Try it once more. If it happens again, the log of the program says what broke;"
                  + " “politely doctor” checks the usual causes.");
    };
  }

  private static String said(String reason, String otherwise) {
    return reason.isBlank() ? otherwise : reason;
  }
}
