/** Mail that was broken on purpose, by the thousand, through the whole of a dry run. */
@NullMarked
package dev.serai.mutants;

import org.jspecify.annotations.NullMarked;
