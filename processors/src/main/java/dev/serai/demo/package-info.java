/** The main job on embedded defaults, for somebody who sees the hub for the first time. */
@NullMarked
package dev.serai.demo;

import org.jspecify.annotations.NullMarked;
