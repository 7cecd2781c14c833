package io.politely.web;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The static files: our own, and htmx out of its webjar.
 *
 * <p>One version, a hash over all of them, stands in front of every path. So relative references
 * between them (a script that imports another, a style sheet that names a picture) keep working,
 * and browsers may keep them for ever.
 */
@Component
public class Assets {

  private static final String OWN = "classpath:/static/";
  private static final String HTMX =
      "classpath:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";

  private final List<Resource> folders;
  private final String version;

  Assets() throws IOException {
    var resolver = new PathMatchingResourcePatternResolver();
    var htmx = resolver.getResources(HTMX);
    if (htmx.length != 1) {
      throw new IllegalStateException("Expected htmx once on the class path, found " + htmx.length);
    }
    this.folders = List.of(resolver.getResource(OWN), htmx[0].createRelative("./"));
    this.version = hash(resolver.getResources(OWN + "**/*.*"), htmx[0]);
  }

  /** The path that static files are found under: {@code /assets/3fa94c…}. */
  public String path() {
    return "/assets/" + version;
  }

  String version() {
    return version;
  }

  List<Resource> folders() {
    return folders;
  }

  private static String hash(Resource[] own, Resource htmx) throws IOException {
    Arrays.sort(own, Comparator.comparing(Resource::getDescription));
    var hash = sha256();
    for (var file : own) {
      hash.update(file.getContentAsByteArray());
    }
    hash.update(htmx.getContentAsByteArray());
    return HexFormat.of().formatHex(hash.digest(), 0, 6);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
