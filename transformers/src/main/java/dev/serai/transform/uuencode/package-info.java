/** Built-in transformer {@code uuencode}: files that stand in the text become attachments. */
@NullMarked
package dev.serai.transform.uuencode;

import org.jspecify.annotations.NullMarked;
