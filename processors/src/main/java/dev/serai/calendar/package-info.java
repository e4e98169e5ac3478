/** Business hours: when a calendar is open, in the local time of its zone. */
@NullMarked
package dev.serai.calendar;

import org.jspecify.annotations.NullMarked;
