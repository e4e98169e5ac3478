package dev.serai.transform;

import java.util.Map;

/**
 * Makes a transformer from its configuration. Built-in ones are found as services ({@code META-INF/services});
 * a class in {@code lib/} is found by its name and needs a public constructor without parameters.
 */
public interface TransformerFactory {

    /** The word for it under {@code type} in {@code config/transformers.yaml}. */
    String type();

    /**
     * Makes one.
     *
     * @param config the values under {@code config}, as YAML gave them
     * @throws IllegalArgumentException for a key or a value that it does not know; the message names both
     */
    Transformer create(Map<String, Object> config);
}
