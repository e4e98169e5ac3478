/** Built-in transformer {@code smime}: opens signed and compressed mail, notes signatures and encryption. */
@NullMarked
package dev.serai.transform.smime;

import org.jspecify.annotations.NullMarked;
