package dev.serai.message;

/**
 * One header field.
 *
 * @param name as the sender spelt it
 * @param value unfolded, with raw 8-bit bytes and encoded words (RFC 2047) decoded, without NUL
 */
public record MailHeader(String name, String value) {}
