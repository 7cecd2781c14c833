package io.politely.interviews;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether two wordings say the same, as far as a count of words can tell: of the words that carry
 * content, cut to their first five letters, at least {@link #RECALL} of the labelled ones must be
 * in what was read, and {@link #PRECISION} of what was read in the label. Very short wordings
 * without such words must be equal.
 */
final class SameContent {

  static final double RECALL = 0.5;
  static final double PRECISION = 0.25;

  private static final int STEM = 5;

  /**
   * Words without content of their own, and those by which speech is reported, in six languages.
   */
  private static final Set<String> EMPTY =
      new HashSet<>(
          List.of(
              """
              a an the and or but if of to in on at for with from by as is are was were be been am do
              does did have has had will would could should can may i you he she it we they me him her us
              them my your his its our their this that these those there here what who when where how why
              which not no so then too very just about into than i'd you'd i've i'm it's that's he's
              she's they're what's don't wasn't didn't said told answered asked
              der die das den dem des ein eine einen einem einer und oder aber wenn dass ob zu zum zur im
              in am an auf aus bei mit nach von vor fur ist sind war waren sein bin habe hat haben hatte
              wird werden wurde wurden ich du er sie es wir ihr mich mir ihn ihm ihnen uns mein meine
              ihre ihren seine was wer wie wo wann warum nicht kein keine so da dann auch noch nur
              le la les un une des du de d l et ou mais si que qui quoi dans sur avec pour par est sont
              etait ai as a avons avez ont je tu il elle nous vous ils elles me te se lui leur mon ma mes
              votre vos son sa ses ce cette ces ne pas plus j n qu c s m y en au aux quel quelle comment
              el los las una y o pero si que quien de del en con por para es son era ha he han yo tu
              ella lo le les se su sus mi mis este esta como cuando no al a
              het een of maar als dat die dit te op met van voor bij naar is zijn was heb heeft hebben ik
              je u hij ze zij we wij wat wie hoe waar wanneer waarom niet geen er dan ook nog om
              """
                  .strip()
                  .split("\\s+")));

  private SameContent() {}

  static boolean says(String label, String read) {
    return likeness(label, read) > 0;
  }

  /** 0 where they do not say the same; else the mean of both shares, up to 1. */
  static double likeness(String label, String read) {
    var wanted = stems(label);
    var found = stems(read);
    if (wanted.isEmpty() || found.isEmpty()) {
      return folded(label).equals(folded(read)) ? 1 : 0;
    }
    var both = new HashSet<>(wanted);
    both.retainAll(found);
    double recall = (double) both.size() / wanted.size();
    double precision = (double) both.size() / found.size();
    return recall >= RECALL && precision >= PRECISION ? (recall + precision) / 2 : 0;
  }

  private static Set<String> stems(String text) {
    return Arrays.stream(folded(text).split("[^\\p{L}\\p{N}']+"))
        .map(it -> it.replaceFirst("^[a-z]{1,2}'", "").replaceFirst("'.*", ""))
        .filter(it -> !it.isEmpty() && !EMPTY.contains(it))
        .map(it -> it.length() > 3 && it.endsWith("s") ? it.substring(0, it.length() - 1) : it)
        .map(it -> it.substring(0, Math.min(STEM, it.length())))
        .collect(Collectors.toSet());
  }

  static String folded(String text) {
    return Normalizer.normalize(text.replace('’', '\''), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
