/** Tells somebody of mail that does not leave: what it answered, the owner of its account, and whoever watches alerts. */
@NullMarked
package dev.serai.notice;

import org.jspecify.annotations.NullMarked;
