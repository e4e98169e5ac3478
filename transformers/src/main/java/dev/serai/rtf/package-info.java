/** Rich text (RTF) as mail carries it: to readable text, or back to the HTML that it was made of. */
@NullMarked
package dev.serai.rtf;

import org.jspecify.annotations.NullMarked;
