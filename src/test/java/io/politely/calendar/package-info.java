@NullMarked
package io.politely.calendar;

import org.jspecify.annotations.NullMarked;
