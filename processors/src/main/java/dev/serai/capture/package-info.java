/** Capture points as a whole: what their consumers share, and how operators see and steer them. */
@NullMarked
package dev.serai.capture;

import org.jspecify.annotations.NullMarked;
