package io.politely.pursuits;

/** What a file turned out to be. */
public sealed interface JobFile {

  /** A list of jobs. */
  record OfJobs(JobTable table) implements JobFile {}

  /** What cannot be read, and why, in a sentence for the user. */
  record Refused(String why) implements JobFile {}
}
