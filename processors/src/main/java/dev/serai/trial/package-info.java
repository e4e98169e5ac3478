/** The dry run: the same intake and strategies as the hub, nothing written. */
@NullMarked
package dev.serai.trial;

import org.jspecify.annotations.NullMarked;
