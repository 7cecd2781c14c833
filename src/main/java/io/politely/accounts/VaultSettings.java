package io.politely.accounts;

import io.politely.database.UserDirectories;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the keys are.
 *
 * @param file the file that holds them; null: {@code keys.json} in the directory of the user's
 *     settings
 */
@ConfigurationProperties("politely.keys")
record VaultSettings(@Nullable Path file) {

  Path place() {
    return file != null ? file : UserDirectories.settings().resolve("keys.json");
  }
}
