/** Web forms: what visitors of a web site fill in, as mail to us. */
@NullMarked
package dev.serai.capture.webform;

import org.jspecify.annotations.NullMarked;
