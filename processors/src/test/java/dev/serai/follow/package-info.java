@NullMarked
package dev.serai.follow;

import org.jspecify.annotations.NullMarked;
