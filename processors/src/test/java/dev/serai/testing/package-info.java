/** Real servers, a real browser and child JVMs for tests: started unprivileged, always stopped with the test's JVM. */
@NullMarked
package dev.serai.testing;

import org.jspecify.annotations.NullMarked;
