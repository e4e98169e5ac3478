package dev.serai.call;

/**
 * What a service answered.
 *
 * @param status 200 to 299
 * @param body as it came
 */
public record CallAnswer(int status, byte[] body) {}
