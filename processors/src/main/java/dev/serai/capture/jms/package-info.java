/** JMS capture points: each JSON submit becomes one interaction, acknowledged after the commit. */
@NullMarked
package dev.serai.capture.jms;

import org.jspecify.annotations.NullMarked;
