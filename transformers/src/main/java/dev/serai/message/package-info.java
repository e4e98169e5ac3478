/** The message model: what a mail says, apart from how it was encoded. */
@NullMarked
package dev.serai.message;

import org.jspecify.annotations.NullMarked;
