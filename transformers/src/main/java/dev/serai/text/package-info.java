/** Text out of HTML, and the language that a text is in. */
@NullMarked
package dev.serai.text;

import org.jspecify.annotations.NullMarked;
