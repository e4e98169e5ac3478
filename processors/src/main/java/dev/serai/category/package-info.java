/** What interactions are about: categories, chosen by files. */
@NullMarked
package dev.serai.category;

import org.jspecify.annotations.NullMarked;
