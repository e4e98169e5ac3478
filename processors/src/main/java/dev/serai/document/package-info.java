/** The documents by which systems outside ask for operations and are answered: JSON and XML, one meaning. */
@NullMarked
package dev.serai.document;

import org.jspecify.annotations.NullMarked;
