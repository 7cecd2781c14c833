/** The pages on which touches are logged, looked at, corrected and taken back. */
@NullMarked
package io.politely.touches.web;

import org.jspecify.annotations.NullMarked;
