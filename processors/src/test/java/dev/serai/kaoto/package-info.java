/** What ships opens in Kaoto, and what Kaoto saves is read as it was. */
@NullMarked
package dev.serai.kaoto;

import org.jspecify.annotations.NullMarked;
