package dev.serai.point;

import dev.serai.document.Response;

/**
 * What is remembered of an operation under its delivery key.
 *
 * @param response what was answered, a refusal too
 * @param made whether it made an interaction
 */
record Kept(Response response, boolean made) {}
