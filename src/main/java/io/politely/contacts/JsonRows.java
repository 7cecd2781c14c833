package io.politely.contacts;

import io.politely.kernel.Edge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Objects as the rows of a table: one column for each name that any of them has.
 *
 * @param header the names
 * @param rows the cells of each object, "" where it has none
 */
@Edge
public record JsonRows(List<String> header, List<List<String>> rows) {

  private static final int MOST_COLUMNS = 200;

  /** What a nested object is called, or holds, in files of all kinds. */
  private static final List<String> TELLING =
      List.of("name", "value", "email", "address", "number", "url");

  public JsonRows {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** Whether a text looks like JSON rather than a table. */
  public static boolean isJson(String text) {
    var begin = text.stripLeading();
    return begin.startsWith("[") || begin.startsWith("{");
  }

  /** The objects of an array, or of the first one in an object; empty where there are none. */
  public static Optional<JsonRows> in(String text, int most) {
    try {
      return in(JsonMapper.shared().readTree(text), most);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The same of what was read. */
  public static Optional<JsonRows> in(JsonNode root, int most) {
    return (root.isArray() ? Stream.of(root) : root.values().stream())
        .filter(list -> list.isArray() && !list.isEmpty() && list.get(0).isObject())
        .findFirst()
        .map(list -> of(list.values().stream().limit(most).map(JsonRows::object).toList(), most));
  }

  /** The first of some objects. */
  public static JsonRows of(List<Map<String, String>> objects, int most) {
    var header = new LinkedHashSet<String>();
    objects.forEach(object ->
        object.keySet().stream().limit(MOST_COLUMNS - header.size()).forEach(header::add));
    return new JsonRows(
        List.copyOf(header),
        objects.stream()
            .limit(most)
            .map(object -> header.stream().map(name -> object.getOrDefault(name, "")).toList())
            .toList());
  }

  /** Of something nested its name or value counts; of several of them, each. */
  public static String words(JsonNode value) {
    if (value.isArray()) {
      var each = new ArrayList<String>();
      value.forEach(one -> {
        var words = one.isArray() ? "" : words(one);
        if (!words.isBlank()) {
          each.add(words);
        }
      });
      return String.join(", ", each);
    }
    if (value.isObject()) {
      return TELLING.stream()
          .map(name -> value.path(name).asString(""))
          .filter(words -> !words.isBlank())
          .findFirst()
          .orElse("");
    }
    return value.isNull() ? "" : value.asString("");
  }

  private static Map<String, String> object(JsonNode node) {
    var object = new LinkedHashMap<String, String>();
    for (var property : node.properties()) {
      if (object.size() < MOST_COLUMNS) {
        object.put(property.getKey(), words(property.getValue()));
      }
    }
    return object;
  }
}
