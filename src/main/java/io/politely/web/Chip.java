package io.politely.web;

/**
 * A state in one word, with its icon and colour.
 *
 * @param kind names the icon and the colour: {@code ours}, {@code overdue}
 * @param word what it says
 */
public record Chip(String kind, String word) {}
