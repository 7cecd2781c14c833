/** What {@code bin/bench} runs: figures for docs/benchmarks.md, never part of the tests. */
@NullMarked
package io.politely.bench;

import org.jspecify.annotations.NullMarked;
