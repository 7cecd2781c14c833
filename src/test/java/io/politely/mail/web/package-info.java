@NullMarked
package io.politely.mail.web;

import org.jspecify.annotations.NullMarked;
