/** From raw mail to an interaction that a strategy can decide on. */
@NullMarked
package dev.serai.intake;

import org.jspecify.annotations.NullMarked;
