package dev.serai.transform.tnef;

import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerFactory;
import java.util.Map;

/** Built-in type {@code tnef}. */
public final class TnefTransformerFactory implements TransformerFactory {

    @Override
    public String type() {
        return "tnef";
    }

    @Override
    public Transformer create(Map<String, Object> config) {
        return new TnefTransformer(TnefConfig.of(config));
    }
}
