/** Who may do what: keys, roles, limits. */
@NullMarked
package dev.serai.access;

import org.jspecify.annotations.NullMarked;
