package io.politely.interviews.web;

import java.util.List;
import java.util.Map;

/**
 * A form that was not kept: why, and what was typed into it, so that nobody types it again.
 *
 * @param problem a sentence, or "" where nothing was refused
 */
record Refused(String problem, Map<String, List<String>> fields) {

  Refused {
    fields = Map.copyOf(fields);
  }

  /** Nothing was refused. */
  static final Refused NOTHING = new Refused("", Map.of());

  /** What was typed into a field; else what stands there otherwise. */
  String typed(String field, String otherwise) {
    return typed(field, 0, otherwise);
  }

  /** The same of a field that is there several times. */
  String typed(String field, int index, String otherwise) {
    var all = fields.getOrDefault(field, List.of());
    return index < all.size() ? all.get(index) : otherwise;
  }

  /** Whether it is the form in which a field has this value. */
  boolean isOf(String field, String value) {
    return typed(field, "").equals(value);
  }
}
