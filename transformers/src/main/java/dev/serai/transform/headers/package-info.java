/** Built-in transformer {@code forbidden-headers}: header fields that never leave. */
@NullMarked
package dev.serai.transform.headers;

import org.jspecify.annotations.NullMarked;
