@NullMarked
package io.politely.web;

import org.jspecify.annotations.NullMarked;
