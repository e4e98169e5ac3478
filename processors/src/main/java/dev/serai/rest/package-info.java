/** REST under `/api/v1`, health, metrics and the console over HTTP; what is done lives in `operation`. */
@NullMarked
package dev.serai.rest;

import org.jspecify.annotations.NullMarked;
