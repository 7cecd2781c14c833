package io.politely.wording;

/**
 * A letter that the user wrote.
 *
 * @param text their own words with opener and sign-off, without quotations
 * @param language two letters
 * @param reader the whole name of whom it went to, as far as it is known; ""
 */
public record OwnLetter(String text, String language, String reader) {}
