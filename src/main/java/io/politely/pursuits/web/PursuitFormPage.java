package io.politely.pursuits.web;

/**
 * The form of a pursuit.
 *
 * @param title what is done with it
 * @param path where it is sent to
 * @param isNew whether it opens one
 * @param problem what is wrong with it, or ""
 */
public record PursuitFormPage(
    String title, String path, boolean isNew, PursuitForm form, String problem, String back) {}
