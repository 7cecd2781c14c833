package io.politely.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads calendars made to do harm with as little memory as one may take: {@link #main} runs in a
 * process of its own, so that what is not enough ends that one.
 */
public final class HostileLoad {

  private static final int MEGABYTES = 64;
  private static final String NAMES = "names";

  private HostileLoad() {}

  /**
   * What one took.
   *
   * @param seconds of a core, for reading it and for all its times
   * @param allocated megabytes in all, most of them given back at once
   * @param kept megabytes beside the file, once it is read
   * @param verdict the first sentence about it, or how many events and times there are
   */
  public record Took(String name, double seconds, double allocated, double kept, String verdict) {}

  /** How many there are. */
  public static int count() {
    return HostileCalendars.all().size();
  }

  /** Reads all of them in a process with 64 MB; without those for which that is too little. */
  public static List<Took> all(Path directory) throws IOException, InterruptedException {
    var names = new ArrayList<String>();
    for (var hostile : HostileCalendars.all().entrySet()) {
      Files.write(directory.resolve(String.valueOf(names.size())), hostile.getValue().file().get());
      names.add(hostile.getKey());
    }
    Files.write(directory.resolve(NAMES), names);
    var answer = directory.resolve("answer");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx%dm".formatted(MEGABYTES),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HostileLoad.class.getName(),
                directory.toString())
            .redirectOutput(answer.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return Files.readAllLines(answer).stream()
        .map(line -> line.split("\t", 5))
        .map(it ->
            new Took(
                it[0],
                Double.parseDouble(it[1]),
                Double.parseDouble(it[2]),
                Double.parseDouble(it[3]),
                it[4]))
        .toList();
  }

  /** Reads the files of a directory, and prints what each took. */
  public static void main(String[] arguments) throws IOException {
    var directory = Path.of(arguments[0]);
    var names = Files.readAllLines(directory.resolve(NAMES));
    // The classes are loaded by then, as they are in a program that runs.
    took("", Calendars.calendar(Calendars.event("DTSTART:20260305T100000Z", "RRULE:FREQ=DAILY")));
    for (int i = 0; i < names.size(); i++) {
      var it = took(names.get(i), Files.readAllBytes(directory.resolve(String.valueOf(i))));
      System.out.write(
          "%s\t%s\t%s\t%s\t%s\n"
              .formatted(it.name(), it.seconds(), it.allocated(), it.kept(), it.verdict())
              .getBytes(UTF_8));
      System.out.flush();
    }
  }

  private static Took took(String name, byte[] file) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = used();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long begun = threads.getCurrentThreadCpuTime();
    var reading = Calendars.read(file);
    var occurrences = new Occurrences(Calendars.BERLIN, Calendars.MONDAY, Occurrences.work());
    var meetings = new ArrayList<NewMeeting>();
    int cut = 0;
    for (var told :
        reading.events().stream()
            .collect(groupingBy(EventText::uid, LinkedHashMap::new, toList()))
            .values()) {
      var expanded = occurrences.of(told);
      meetings.addAll(expanded.meetings());
      cut += expanded.isCut() ? 1 : 0;
    }
    double seconds = (threads.getCurrentThreadCpuTime() - begun) / 1e9;
    double megabytes = megabytes(threads.getCurrentThreadAllocatedBytes() - allocated);
    double kept = megabytes(used() - before);
    var verdict =
        reading.leftOut().isEmpty()
            ? "%,d events at %,d times%s"
                .formatted(
                    reading.events().size(),
                    meetings.size(),
                    cut == 0 ? "" : "; of %,d later times were left out".formatted(cut))
            : reading.leftOut().getFirst();
    return new Took(name, seconds, megabytes, kept, verdict);
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static double megabytes(long bytes) {
    return bytes / (double) (1 << 20);
  }
}
