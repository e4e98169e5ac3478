package dev.serai.decision;

import org.jspecify.annotations.Nullable;

/**
 * An attachment of the mail, without its bytes.
 *
 * @param name null where it has none
 * @param size in bytes, decoded
 * @param inline shown within the text, such as an image
 */
public record Attachment(@Nullable String name, String contentType, long size, boolean inline) {}
