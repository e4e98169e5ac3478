/** Built-in transformer {@code charset}: mail of senders who mislabel their charset is read once more. */
@NullMarked
package dev.serai.transform.charset;

import org.jspecify.annotations.NullMarked;
