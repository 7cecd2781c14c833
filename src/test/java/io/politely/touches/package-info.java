/** Tests of what is logged beside mail. */
@NullMarked
package io.politely.touches;

import org.jspecify.annotations.NullMarked;
