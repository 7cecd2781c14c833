@NullMarked
package io.politely.today.web;

import org.jspecify.annotations.NullMarked;
