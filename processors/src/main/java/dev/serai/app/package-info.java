/** The hub as one process: broker, database, Camel and everything on them, put together and taken down in order. */
@NullMarked
package dev.serai.app;

import org.jspecify.annotations.NullMarked;
