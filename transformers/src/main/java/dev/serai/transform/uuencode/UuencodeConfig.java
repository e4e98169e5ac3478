package dev.serai.transform.uuencode;

import dev.serai.transform.TransformerConfig;

/**
 * What may be set for {@code type: uuencode}.
 *
 * @param keepInText whether the encoded block stays in the text
 * @param maxFiles files that are taken out of one mail; more stay in the text
 */
record UuencodeConfig(boolean keepInText, int maxFiles) {
    private static final int DEFAULT_FILES = 100;
    private static final int MOST_FILES = 1000;

    static UuencodeConfig of(TransformerConfig config) {
        return new UuencodeConfig(
                config.truth("keepInText", false), config.number("maxFiles", DEFAULT_FILES, 1, MOST_FILES));
    }
}
