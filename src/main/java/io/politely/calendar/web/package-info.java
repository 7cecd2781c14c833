@NullMarked
package io.politely.calendar.web;

import org.jspecify.annotations.NullMarked;
