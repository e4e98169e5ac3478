/** How ten thousand rules are read in one pass: literals, lazily built automata, and what has to be there for a rule to hold. */
@NullMarked
package dev.serai.screening.engine;

import org.jspecify.annotations.NullMarked;
