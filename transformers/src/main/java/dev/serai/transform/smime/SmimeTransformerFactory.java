package dev.serai.transform.smime;

import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerFactory;
import java.util.Map;

/** Built-in type {@code smime}. */
public final class SmimeTransformerFactory implements TransformerFactory {

    @Override
    public String type() {
        return "smime";
    }

    @Override
    public Transformer create(Map<String, Object> config) {
        return new SmimeTransformer(SmimeConfig.of(config));
    }
}
