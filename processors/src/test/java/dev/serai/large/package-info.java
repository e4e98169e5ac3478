/** A hub with little memory and mails that are larger than it. */
@NullMarked
package dev.serai.large;

import org.jspecify.annotations.NullMarked;
