package io.politely.pursuits;

/**
 * Which pursuits to look at and how, kept under a name.
 *
 * @param path the page that shows it
 */
public record SavedView(SavedViewId id, String name, String path) {}
