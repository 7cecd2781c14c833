/** Code that breaks each rule of the house, so that the tests of the rules can show it. */
@NullMarked
package io.politely.crookedhouse;

import org.jspecify.annotations.NullMarked;
