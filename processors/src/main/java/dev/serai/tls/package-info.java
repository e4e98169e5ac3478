/** Whom the hub's connections trust. */
@NullMarked
package dev.serai.tls;

import org.jspecify.annotations.NullMarked;
