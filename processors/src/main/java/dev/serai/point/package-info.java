/** What all capture points for systems outside share: operations applied once each, and answers that are sent after the commit. */
@NullMarked
package dev.serai.point;

import org.jspecify.annotations.NullMarked;
