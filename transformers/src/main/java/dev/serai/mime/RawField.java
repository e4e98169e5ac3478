package dev.serai.mime;

/**
 * A header field as it came.
 *
 * @param name as spelt
 * @param value unfolded, one char per byte
 */
record RawField(String name, String value) {}
