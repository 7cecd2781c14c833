/** What acts on people: naming, merging, keeping apart, and taking back. */
@NullMarked
package io.politely.people.web;

import org.jspecify.annotations.NullMarked;
