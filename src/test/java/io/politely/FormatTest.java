package io.politely;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.StringWrapper;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layout is not discussed: {@code bin/dev format} makes it, and this test holds it. */
@Edge
class FormatTest {

  private static final Formatter FORMATTER = new Formatter();

  @Test
  void every_source_file_is_laid_out_by_google_java_format() throws IOException {
    assertThat(differing()).as("run bin/dev format").isEmpty();
  }

  @Test
  void another_layout_is_noticed() throws FormatterException {
    var crooked = "class House{int rooms ;}\n";

    assertThat(formatted(crooked)).isNotEqualTo(crooked);
  }

  /** Rewrites every file that differs: what {@code bin/dev format} runs. */
  public static void main(String... arguments) throws IOException, FormatterException {
    for (var file : differing()) {
      Files.writeString(file, formatted(Files.readString(file)));
      System.out.println("formatted " + file);
    }
  }

  private static List<Path> differing() throws IOException {
    var differing = new ArrayList<Path>();
    try (var files = Files.walk(Path.of("src"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        if (differs(Files.readString(file))) {
          differing.add(file);
        }
      }
    }
    return differing;
  }

  private static boolean differs(String source) {
    try {
      return !formatted(source).equals(source);
    } catch (FormatterException e) {
      return true; // does not parse: the compiler says it better
    }
  }

  private static String formatted(String source) throws FormatterException {
    var imports = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE);
    var used = RemoveUnusedImports.removeUnusedImports(imports);
    return StringWrapper.wrap(FORMATTER.formatSource(used), FORMATTER);
  }
}
