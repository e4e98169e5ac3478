/** Says what is wrong with a generation before it becomes live: file, line, reason. */
@NullMarked
package dev.serai.check;

import org.jspecify.annotations.NullMarked;
