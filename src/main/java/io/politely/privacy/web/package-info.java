/** Pages of privacy: erasing somebody, and who was or will be. */
@NullMarked
package io.politely.privacy.web;

import org.jspecify.annotations.NullMarked;
