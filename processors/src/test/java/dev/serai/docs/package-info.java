/** The documents are held to the code: their files pass check, their commands run, their links lead somewhere. */
@NullMarked
package dev.serai.docs;

import org.jspecify.annotations.NullMarked;
