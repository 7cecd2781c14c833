package io.politely.archive;

import io.politely.kernel.Edge;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A manifest as JSON. */
@Edge
final class ManifestJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ManifestJson() {}

  static byte[] write(Manifest manifest) {
    return JSON.writeValueAsBytes(manifest);
  }

  static Manifest read(byte[] json) throws UnusableArchive {
    try {
      Manifest manifest = JSON.readValue(json, Manifest.class);
      if (manifest == null) {
        throw new UnusableArchive("Its workspace.json cannot be read.");
      }
      if (!manifest.format().equals(Manifest.FORMAT)) {
        throw new UnusableArchive(
            "It is in a form that this Politely does not know: import it with a newer one.");
      }
      return manifest;
    } catch (JacksonException e) {
      throw new UnusableArchive("Its workspace.json cannot be read.", e);
    }
  }
}
