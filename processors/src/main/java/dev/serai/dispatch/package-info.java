/** The way out: outbound mail is composed, handed over to an account, and sent once over SMTP. */
@NullMarked
package dev.serai.dispatch;

import org.jspecify.annotations.NullMarked;
