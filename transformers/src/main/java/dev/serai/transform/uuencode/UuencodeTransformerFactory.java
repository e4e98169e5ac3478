package dev.serai.transform.uuencode;

import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerConfig;
import dev.serai.transform.TransformerFactory;

/** Built-in type {@code uuencode}. */
public final class UuencodeTransformerFactory implements TransformerFactory {

    @Override
    public String type() {
        return "uuencode";
    }

    @Override
    public Transformer create(TransformerConfig config) {
        return new UuencodeTransformer(UuencodeConfig.of(config));
    }
}
