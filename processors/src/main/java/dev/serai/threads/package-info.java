/** How the hub's own threads are made and ended. */
@NullMarked
package dev.serai.threads;

import org.jspecify.annotations.NullMarked;
