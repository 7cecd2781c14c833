package io.politely.people;

/**
 * Two persons who may be one.
 *
 * @param kept the busier of the two
 * @param reason what speaks for it, in a sentence
 */
public record SuggestedMerge(Person kept, Person merged, String reason) {}
