/** Hubs that are killed, cut off and started again, and the books that balance afterwards. */
@NullMarked
package dev.serai.crash;

import org.jspecify.annotations.NullMarked;
