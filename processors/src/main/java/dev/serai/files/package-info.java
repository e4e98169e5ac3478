/** The files that engineers edit: read from the instance folder as one generation, parsed with line marks, typed. */
@NullMarked
package dev.serai.files;

import org.jspecify.annotations.NullMarked;
