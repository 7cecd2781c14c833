/** Politely keeps people from being ghosted, and from ghosting others. */
@NullMarked
package io.politely;

import org.jspecify.annotations.NullMarked;
