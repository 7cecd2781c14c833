@NullMarked
package io.politely.pursuits.web;

import org.jspecify.annotations.NullMarked;
