package io.politely.pursuits;

/**
 * A stage of a kind of pursuit.
 *
 * @param word what stands in tables and addresses, and stays when the name changes
 */
public record Stage(String word, String name) {}
