/** Which thread a mail belongs to: our own tokens, and the decision to join. */
@NullMarked
package dev.serai.conversation;

import org.jspecify.annotations.NullMarked;
