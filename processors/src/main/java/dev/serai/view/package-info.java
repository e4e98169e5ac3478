/** Views over queues: conditions and orders, compiled to SQL that an index serves. */
@NullMarked
package dev.serai.view;

import org.jspecify.annotations.NullMarked;
