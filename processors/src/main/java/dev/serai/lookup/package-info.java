/** Named SQL queries over databases of others, read-only. */
@NullMarked
package dev.serai.lookup;

import org.jspecify.annotations.NullMarked;
