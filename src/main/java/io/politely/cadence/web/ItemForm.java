package io.politely.cadence.web;

import io.politely.cadence.ItemId;
import io.politely.cadence.ValueItem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody typed about a value item.
 *
 * @param kind the word for it
 * @param problem what is wrong, a sentence, or ""
 */
public record ItemForm(String kind, String title, String words, String link, String problem) {

  static final ItemForm EMPTY = new ItemForm("", "", "", "", "");

  private static final ItemId NEW = new ItemId(new UUID(0, 0));

  static ItemForm of(ValueItem item) {
    return new ItemForm(item.kind().word(), item.title(), item.words(), item.link(), "");
  }

  /** The same with what is wrong with it; "" where nothing is. */
  ItemForm checked() {
    var found =
        item(NEW).map(ValueItem::problem).orElseGet(() -> Optional.of("Choose what it is."));
    return new ItemForm(kind, title, words, link, found.orElse(""));
  }

  /** What was typed; empty where it is of no kind. */
  Optional<ValueItem> item(ItemId id) {
    return ValueItem.Kind.of(kind).map(it -> new ValueItem(id, it, title, words, link, 0));
  }

  /** What it can be. */
  public List<ValueItem.Kind> kinds() {
    return List.of(ValueItem.Kind.values());
  }
}
