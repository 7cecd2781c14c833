package io.politely.today.web;

/**
 * A pursuit that ended, and the day on which one wanted to write to its people again.
 *
 * @param why what is worth writing now, or ""
 * @param day in words
 */
public record AgainRow(String pursuit, String path, String why, String day) {}
