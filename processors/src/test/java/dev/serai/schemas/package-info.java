/** The schemas for editors say what the readers read. */
@NullMarked
package dev.serai.schemas;

import org.jspecify.annotations.NullMarked;
