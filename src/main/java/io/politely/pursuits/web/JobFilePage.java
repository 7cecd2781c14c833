package io.politely.pursuits.web;

import io.politely.pursuits.Job;
import io.politely.pursuits.JobCounts;
import io.politely.pursuits.JobField;
import io.politely.pursuits.JobMapping;
import io.politely.pursuits.NewJobs;
import io.politely.pursuits.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a file of jobs holds, before anything of it is kept.
 *
 * @param path takes the form
 * @param problem what has to be put right, or ""
 * @param counts what an import would do, in a sentence
 * @param begin what the button says that imports
 * @param stages those of the file
 * @param choices what a stage of the file can be here
 * @param examples the first jobs, as they would be kept
 */
public record JobFilePage(
    String file,
    String path,
    String problem,
    String counts,
    String begin,
    List<Column> columns,
    List<InFile> stages,
    List<Stage> choices,
    List<Example> examples,
    List<String> remarks) {

  private static final int EXAMPLES = 5;
  private static final int LONGEST_EXAMPLE = 80;

  public JobFilePage {
    columns = List.copyOf(columns);
    stages = List.copyOf(stages);
    choices = List.copyOf(choices);
    examples = List.copyOf(examples);
    remarks = List.copyOf(remarks);
  }

  static JobFilePage of(
      String path,
      HeldFile file,
      JobMapping mapping,
      NewJobs jobs,
      JobCounts counts,
      List<Stage> stages) {
    var choices = new ArrayList<>(stages);
    choices.add(new Stage(NewJobs.ENDED, "It ended"));
    return new JobFilePage(
        file.name(),
        path,
        mapping.namesJobs() ? "" : "Say which column is the title, or the company.",
        "%,d jobs are new, %,d say something else than before, %,d are known."
            .formatted(counts.added(), counts.changed(), counts.known()),
        counts.added() + counts.changed() == 1
            ? "Import one job"
            : "Import %,d jobs".formatted(counts.added() + counts.changed()),
        columns(file, mapping),
        inFile(jobs),
        choices,
        jobs.jobs().stream().limit(EXAMPLES).map(job -> Example.of(job, jobs, choices)).toList(),
        jobs.remarks());
  }

  JobFilePage withProblem(String sentence) {
    return new JobFilePage(
        file, path, sentence, counts, begin, columns, stages, choices, examples, remarks);
  }

  /** What a column can hold. */
  public List<JobField> fields() {
    return List.of(JobField.values());
  }

  private static List<Column> columns(HeldFile file, JobMapping mapping) {
    var table = file.table();
    return IntStream.range(0, table.header().size())
        .mapToObj(i ->
            new Column(
                "field-" + i,
                table.header().get(i).isBlank() ? "Column " + (i + 1) : table.header().get(i),
                table.examples(i, 1).stream().findFirst().map(JobFilePage::cut).orElse(""),
                mapping.columns().get(i).word()))
        .toList();
  }

  private static List<InFile> inFile(NewJobs jobs) {
    var stages = new ArrayList<InFile>();
    jobs.countOf()
        .forEach((name, count) ->
            stages.add(
                new InFile(
                    "stage-" + stages.size(),
                    name,
                    count == 1 ? "One job" : "%,d jobs".formatted(count),
                    jobs.stageOf().getOrDefault(name, ""))));
    return stages;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_EXAMPLE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_EXAMPLE / 2)) + "…";
  }

  /**
   * A column of the file.
   *
   * @param example what stands there first, or ""
   * @param field the word for what it holds
   */
  public record Column(String id, String header, String example, String field) {}

  /**
   * A stage of the file.
   *
   * @param stage the word of the stage here
   */
  public record InFile(String id, String name, String count, String stage) {}

  /** A job as it would be kept. */
  public record Example(String title, String detail) {

    static Example of(Job job, NewJobs jobs, List<Stage> choices) {
      var word = jobs.stageOf().getOrDefault(job.stage(), "");
      var stage =
          choices.stream()
              .filter(choice -> choice.word().equals(word))
              .map(Stage::name)
              .findFirst()
              .orElse("");
      return new Example(
          job.title(), job.company().isEmpty() ? stage : job.company() + ", " + stage);
    }
  }
}
