/** Tests of the chance of an answer, and how well it is foretold. */
@NullMarked
package io.politely.patience;

import org.jspecify.annotations.NullMarked;
