package io.politely.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Names of time zones in Windows, from a sourced file. */
@Component
class WindowsZonesFile {

  private static final String NAME = "/calendar/windows-zones.tsv";

  private final Map<String, String> zones = read();

  /** IANA names by names in Windows, in lower case. */
  Map<String, String> zones() {
    return zones;
  }

  private static Map<String, String> read() {
    try (var in = WindowsZonesFile.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + NAME);
      }
      return Zones.windows(new String(in.readAllBytes(), UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
