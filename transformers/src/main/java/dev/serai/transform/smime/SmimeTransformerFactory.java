package dev.serai.transform.smime;

import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerConfig;
import dev.serai.transform.TransformerFactory;

/** Built-in type {@code smime}. */
public final class SmimeTransformerFactory implements TransformerFactory {

    @Override
    public String type() {
        return "smime";
    }

    @Override
    public Transformer create(TransformerConfig config) {
        return new SmimeTransformer(SmimeConfig.of(config));
    }
}
