/** Tests of the pages of calendars. */
@NullMarked
package io.politely.calendar.web;

import org.jspecify.annotations.NullMarked;
