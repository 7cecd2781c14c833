package io.politely.contacts.web;

import io.politely.contacts.OwnField;
import java.util.List;

/** The fields that a workspace made its own. {@code problem}: what is wrong with a new one. */
public record OwnFieldsPage(List<Row> rows, List<OwnField.Type> types, String problem) {

  public OwnFieldsPage {
    rows = List.copyOf(rows);
    types = List.copyOf(types);
  }

  /** One of them. {@code path}: takes a {@code DELETE}. */
  public record Row(String name, String type, String path) {}
}
