/** Reads mail of any quality from its bytes into the message model; never fails on bytes. */
@NullMarked
package dev.serai.mime;

import org.jspecify.annotations.NullMarked;
