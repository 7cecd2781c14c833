@NullMarked
package io.politely.touches.web;

import org.jspecify.annotations.NullMarked;
