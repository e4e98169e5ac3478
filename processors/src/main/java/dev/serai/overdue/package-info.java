/** What becomes of work that waits long: due times, escalations, alerts of queues. */
@NullMarked
package dev.serai.overdue;

import org.jspecify.annotations.NullMarked;
