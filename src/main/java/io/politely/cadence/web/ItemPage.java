package io.politely.cadence.web;

/** One value item, to be changed. {@code path}: takes a {@code PUT}. */
public record ItemPage(String path, String title, ItemForm form) {}
