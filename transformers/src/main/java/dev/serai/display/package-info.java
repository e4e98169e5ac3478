/** HTML of mail made safe to show in a browser. */
@NullMarked
package dev.serai.display;

import org.jspecify.annotations.NullMarked;
