@NullMarked
package io.politely.cadence.web;

import org.jspecify.annotations.NullMarked;
