package io.politely.pursuits;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The jobs of a file, with the stage that each of its stages is here.
 *
 * @param stageOf by what the file calls it: the word of a stage, or {@link #ENDED}
 * @param remarks what was left out, in sentences
 */
public record NewJobs(
    String kind, List<Job> jobs, Map<String, String> stageOf, List<String> remarks) {

  /** Stands for no stage: the job ended, which is the close-out gate's to decide. */
  public static final String ENDED = JobStages.ENDED;

  public NewJobs {
    jobs = List.copyOf(jobs);
    stageOf = Map.copyOf(stageOf);
    remarks = List.copyOf(remarks);
  }

  /** How many jobs stand in each stage of the file. */
  public Map<String, Long> countOf() {
    return jobs.stream()
        .collect(Collectors.groupingBy(Job::stage, TreeMap::new, Collectors.counting()));
  }

  /**
   * What one of them says, as it is kept.
   *
   * @param first the stage of one whose stage is none here
   */
  Said said(Job job, String first) {
    return new Said(
        job.key(),
        job.title(),
        job.company(),
        job.url(),
        job.notes(),
        stageOf.getOrDefault(job.stage(), first));
  }

  /**
   * What a row says about a job.
   *
   * @param stage the word of a stage, or {@link #ENDED}
   */
  record Said(String key, String title, String company, String url, String notes, String stage) {}
}
