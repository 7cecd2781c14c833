/** Where a whole workspace is downloaded. */
@NullMarked
package io.politely.archive.web;

import org.jspecify.annotations.NullMarked;
