/** REST capture points and web forms: their routes say that they are served, and run their steps after the commit. */
@NullMarked
package dev.serai.capture.rest;

import org.jspecify.annotations.NullMarked;
