/** What clients and operators may do with interactions, by the state table; no transport. */
@NullMarked
package dev.serai.operation;

import org.jspecify.annotations.NullMarked;
