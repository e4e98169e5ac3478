/** Tests with mail that is meant to exhaust the hub. */
@NullMarked
package dev.serai.transform.bomb;

import org.jspecify.annotations.NullMarked;
