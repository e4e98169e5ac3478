/** Which set of files decides: read, checked, made live as a whole, and what becomes of the set before. */
@NullMarked
package dev.serai.live;

import org.jspecify.annotations.NullMarked;
