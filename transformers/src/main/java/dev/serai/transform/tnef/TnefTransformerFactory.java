package dev.serai.transform.tnef;

import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerConfig;
import dev.serai.transform.TransformerFactory;

/** Built-in type {@code tnef}. */
public final class TnefTransformerFactory implements TransformerFactory {

    @Override
    public String type() {
        return "tnef";
    }

    @Override
    public Transformer create(TransformerConfig config) {
        return new TnefTransformer(TnefConfig.of(config));
    }
}
