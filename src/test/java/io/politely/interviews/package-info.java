/** Tests of meetings, briefs and debriefs. */
@NullMarked
package io.politely.interviews;

import org.jspecify.annotations.NullMarked;
