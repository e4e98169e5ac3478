/** The named moments between two lines in which a crash must do no harm. */
@NullMarked
package dev.serai.window;

import org.jspecify.annotations.NullMarked;
