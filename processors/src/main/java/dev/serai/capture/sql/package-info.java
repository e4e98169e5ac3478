/** Capture points on databases of others: rows become interactions, statements of the engineer mark what became of each. */
@NullMarked
package dev.serai.capture.sql;

import org.jspecify.annotations.NullMarked;
