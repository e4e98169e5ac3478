package dev.serai.transform;

import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;

/**
 * What a transformer may use beside the message.
 *
 * @param raw the mail as it came
 * @param reader to read mail that the transformer finds or makes
 */
public record TransformContext(RawSource raw, MimeReader reader) {}
