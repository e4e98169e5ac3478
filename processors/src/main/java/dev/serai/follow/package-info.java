/** Who follows the log of events: a durable place in it for each, and what takes the events there. */
@NullMarked
package dev.serai.follow;

import org.jspecify.annotations.NullMarked;
