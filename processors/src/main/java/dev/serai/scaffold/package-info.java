/** Makes what engineers begin with: instance folders, and commented files that pass check. */
@NullMarked
package dev.serai.scaffold;

import org.jspecify.annotations.NullMarked;
