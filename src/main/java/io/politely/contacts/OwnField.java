package io.politely.contacts;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A field that a workspace made its own. */
public record OwnField(UUID id, String name, Type type) {

  /** What a value of it is. */
  public enum Type {
    TEXT("Text"),
    NUMBER("Number"),
    DATE("Day"),
    YES_NO("Yes or no");

    private final String said;

    Type(String said) {
      this.said = said;
    }

    /** What a reader is told. */
    public String said() {
      return said;
    }

    /** The word for it in tables and forms. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that a word stands for. */
    public static Optional<Type> of(String word) {
      return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
    }
  }

  /** A value of somebody. {@code id}: by which it is taken back. */
  public record Value(UUID id, OwnField field, String words) {}
}
