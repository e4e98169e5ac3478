/** The durable store: interactions, work, raw bytes, ledger and events in one database. */
@NullMarked
package dev.serai.store;

import org.jspecify.annotations.NullMarked;
