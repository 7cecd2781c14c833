/** Tests of the pages of meetings. */
@NullMarked
package io.politely.interviews.web;

import org.jspecify.annotations.NullMarked;
