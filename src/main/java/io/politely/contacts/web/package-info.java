@NullMarked
package io.politely.contacts.web;

import org.jspecify.annotations.NullMarked;
