/** Databases of others: their files, their connections, and named SQL with parameters. */
@NullMarked
package dev.serai.lookup;

import org.jspecify.annotations.NullMarked;
