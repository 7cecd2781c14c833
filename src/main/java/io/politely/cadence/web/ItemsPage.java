package io.politely.cadence.web;

import io.politely.cadence.ValueItem;
import java.util.List;

/** The library of value items, and a form for another one. */
public record ItemsPage(List<Row> rows, ItemForm form) {

  public ItemsPage {
    rows = List.copyOf(rows);
  }

  /**
   * One of them.
   *
   * @param path of its own page; takes a {@code DELETE}
   * @param link where it lies, or ""
   * @param went to how many people, in words
   */
  public record Row(
      String path, String kind, String title, String words, String link, String went) {

    static Row of(ValueItem item) {
      return new Row(
          "/value-items/" + item.id(),
          item.kind().said(),
          item.title(),
          item.words(),
          item.link(),
          went(item.uses()));
    }

    private static String went(long uses) {
      return uses == 0
          ? "Went to nobody yet"
          : uses == 1 ? "Went to one person" : "Went to %,d people".formatted(uses);
    }
  }
}
