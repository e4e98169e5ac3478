/** JMS capture points: the operations in a message are applied once, answered, and acknowledged after the commit. */
@NullMarked
package dev.serai.capture.jms;

import org.jspecify.annotations.NullMarked;
