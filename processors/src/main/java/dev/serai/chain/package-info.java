/** The chains of transformers that a generation describes, and running mail through them. */
@NullMarked
package dev.serai.chain;

import org.jspecify.annotations.NullMarked;
