package io.politely.web;

import java.util.Map;

/**
 * How far some work is.
 *
 * @param fields texts by the names of the fields of the page that show them
 * @param done of {@code total}, in whatever unit
 */
public record Progress(Map<String, String> fields, long done, long total) {

  public Progress {
    fields = Map.copyOf(fields);
  }
}
