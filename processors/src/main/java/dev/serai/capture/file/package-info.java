/** File capture points: the hub's own consumer, which claims a file by renaming it. */
@NullMarked
package dev.serai.capture.file;

import org.jspecify.annotations.NullMarked;
