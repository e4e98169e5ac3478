/** Benchmarks on the real servers; started by {@code ./serai bench}. */
@NullMarked
package dev.serai.bench;

import org.jspecify.annotations.NullMarked;
