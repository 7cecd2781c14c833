package io.politely.mailboxes.web;

/**
 * What a provider sends the user back to.
 *
 * @param problem why nothing can be connected, or ""
 */
public record OAuthReturnPage(String code, String state, String problem) {}
