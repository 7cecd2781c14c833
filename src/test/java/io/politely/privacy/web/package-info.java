@NullMarked
package io.politely.privacy.web;

import org.jspecify.annotations.NullMarked;
