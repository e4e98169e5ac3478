package dev.serai.call;

/**
 * What a service answered.
 *
 * @param status 200 to 299
 * @param body as text in UTF-8
 */
public record CallAnswer(int status, String body) {}
