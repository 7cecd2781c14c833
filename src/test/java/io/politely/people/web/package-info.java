@NullMarked
package io.politely.people.web;

import org.jspecify.annotations.NullMarked;
