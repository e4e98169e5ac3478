/** IMAP and POP3 mailboxes: mail is stored before any route step runs, and acknowledged after the commit. */
@NullMarked
package dev.serai.capture.mailbox;

import org.jspecify.annotations.NullMarked;
