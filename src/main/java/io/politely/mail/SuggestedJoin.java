package io.politely.mail;

/**
 * Two messages that may belong together.
 *
 * @param later the one without reply headers
 * @param earlier the one that it may answer
 * @param confidence 0…1
 * @param reason what speaks for it, in words
 */
public record SuggestedJoin(SearchHit later, SearchHit earlier, double confidence, String reason) {}
