package io.politely.cadence.web;

/**
 * The language model of a workspace.
 *
 * @param problem what is wrong with what was entered, a sentence, or ""
 */
public record ModelPage(
    boolean isOn, String endpoint, String name, boolean hasKey, String problem) {}
