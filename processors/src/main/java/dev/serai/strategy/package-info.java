/** Strategies: routes that decide, the actions they are made of, and the decision that comes out. */
@NullMarked
package dev.serai.strategy;

import org.jspecify.annotations.NullMarked;
