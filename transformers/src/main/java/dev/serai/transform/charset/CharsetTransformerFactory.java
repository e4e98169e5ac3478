package dev.serai.transform.charset;

import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerConfig;
import dev.serai.transform.TransformerFactory;

/** Built-in type {@code charset}. */
public final class CharsetTransformerFactory implements TransformerFactory {

    @Override
    public String type() {
        return "charset";
    }

    @Override
    public Transformer create(TransformerConfig config) {
        return new CharsetTransformer(CharsetConfig.of(config));
    }
}
