/** The mail server's side of a mailbox: connections, sessions and what they yield, over IMAP and POP3. */
@NullMarked
package dev.serai.capture.mailbox.server;

import org.jspecify.annotations.NullMarked;
