/** Screening rules: the expression language, rule files and their evaluation over one interaction. */
@NullMarked
package dev.serai.screening;

import org.jspecify.annotations.NullMarked;
