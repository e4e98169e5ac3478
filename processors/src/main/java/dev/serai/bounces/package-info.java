/** Reads the files in {@code config/bounces/}: how mail systems write what no standard tells. */
@NullMarked
package dev.serai.bounces;

import org.jspecify.annotations.NullMarked;
