/**
 * Every screen in a real Chromium: six sizes and themes, axe, no overflow, no console error; and
 * once without scripts. Screenshots lie in {@code target/screens} afterwards: look at them.
 */
@NullMarked
package io.politely.browser;

import org.jspecify.annotations.NullMarked;
