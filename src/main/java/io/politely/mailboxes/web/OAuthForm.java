package io.politely.mailboxes.web;

import io.politely.mailboxes.OAuthProvider;
import org.jspecify.annotations.Nullable;

/**
 * What a person enters to sign in at a provider, as it was entered; the mailbox is in a {@link
 * MailboxForm}.
 *
 * @param issuer of a provider that is not in the program's list
 * @param scope what to ask it for, or ""
 */
public record OAuthForm(
    String provider, String issuer, String scope, String clientId, String clientSecret) {

  /** What a form did not have was not entered. */
  public OAuthForm {
    provider = entered(provider);
    issuer = entered(issuer);
    scope = entered(scope);
    clientId = entered(clientId);
    clientSecret = entered(clientSecret);
  }

  static OAuthForm begun(String provider) {
    return new OAuthForm(provider, "", "", "", "");
  }

  /** Whether the user names the provider. */
  public boolean isOwn() {
    return provider.equals(OAuthProvider.OWN);
  }

  boolean hasClientId() {
    return clientId.matches("[\\x21-\\x7e]{1,300}");
  }

  private static String entered(@Nullable String field) {
    return field == null ? "" : field.strip();
  }

  @Override
  public String toString() {
    return "a sign-in at " + provider;
  }
}
