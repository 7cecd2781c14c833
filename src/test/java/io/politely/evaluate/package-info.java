/** Runs the product's own code on labelled data and says how right it is. */
@NullMarked
package io.politely.evaluate;

import org.jspecify.annotations.NullMarked;
