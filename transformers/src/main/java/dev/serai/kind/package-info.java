/** Tells people's mail from what machines send, and what may be answered automatically. */
@NullMarked
package dev.serai.kind;

import org.jspecify.annotations.NullMarked;
