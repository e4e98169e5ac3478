/** Questions to HTTP services: exact addresses, bounded answers, no secrets in words. */
@NullMarked
package dev.serai.call;

import org.jspecify.annotations.NullMarked;
