/** For decision code of one's own: what a class in {@code lib/} implements, sees and answers with. Depends on nothing else. */
@NullMarked
package dev.serai.decision;

import org.jspecify.annotations.NullMarked;
