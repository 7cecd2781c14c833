package io.politely.database;

import io.politely.kernel.Edge;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where this platform wants a program to keep what belongs to the user. */
@Edge
public final class UserDirectories {

  private UserDirectories() {}

  /** For what the user would miss. */
  public static Path data() {
    return switch (Platform.current()) {
      case WINDOWS -> environment("APPDATA", home().resolve("AppData/Roaming")).resolve("Politely");
      case MACOS -> home().resolve("Library/Application Support/Politely");
      case LINUX ->
          environment("XDG_DATA_HOME", home().resolve(".local/share")).resolve("politely");
    };
  }

  /** For what was set by or for the user, and does not belong with the data: keys. */
  public static Path settings() {
    return switch (Platform.current()) {
      case WINDOWS -> data();
      case MACOS -> home().resolve("Library/Preferences/Politely");
      case LINUX -> environment("XDG_CONFIG_HOME", home().resolve(".config")).resolve("politely");
    };
  }

  /** For what can be made again at any time. */
  public static Path cache() {
    return switch (Platform.current()) {
      case WINDOWS ->
          environment("LOCALAPPDATA", home().resolve("AppData/Local")).resolve("Politely/Cache");
      case MACOS -> home().resolve("Library/Caches/Politely");
      case LINUX -> environment("XDG_CACHE_HOME", home().resolve(".cache")).resolve("politely");
    };
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home"));
  }

  private static Path environment(String name, Path otherwise) {
    // The XDG specification: a relative path there is to be ignored.
    return Optional.ofNullable(System.getenv(name))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(otherwise);
  }

  /** What differs between operating systems here; everything else POSIX behaves like Linux. */
  enum Platform {
    LINUX,
    MACOS,
    WINDOWS;

    static Platform current() {
      var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
      if (name.startsWith("windows")) {
        return WINDOWS;
      }
      return name.startsWith("mac") ? MACOS : LINUX;
    }
  }
}
