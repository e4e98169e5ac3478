/** Standard responses: templates with field codes, chosen by language, rendered for one interaction. */
@NullMarked
package dev.serai.response;

import org.jspecify.annotations.NullMarked;
