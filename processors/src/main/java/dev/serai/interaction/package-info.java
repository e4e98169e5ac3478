/** The words of the domain as types: ids, names, states, the interaction and what a strategy decided about it. */
@NullMarked
package dev.serai.interaction;

import org.jspecify.annotations.NullMarked;
