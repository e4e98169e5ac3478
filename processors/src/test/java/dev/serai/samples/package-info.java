/** What the samples folder promises. */
@NullMarked
package dev.serai.samples;

import org.jspecify.annotations.NullMarked;
