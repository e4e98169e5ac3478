/** The transformer contract and the chain that runs transformers in order. */
@NullMarked
package dev.serai.transform;

import org.jspecify.annotations.NullMarked;
