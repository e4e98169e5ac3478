/** What strategies ask outside of the hub: whether it answers, and the breaker before it. */
@NullMarked
package dev.serai.dependency;

import org.jspecify.annotations.NullMarked;
