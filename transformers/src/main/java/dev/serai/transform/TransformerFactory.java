package dev.serai.transform;

import java.util.Map;
import java.util.Set;

/**
 * Makes a transformer from its configuration. Those in a jar's {@code META-INF/services} are found by their type; any
 * class in {@code lib/} is found by its name and needs a public constructor without parameters.
 */
public interface TransformerFactory {

    /** The word for it under {@code type} in {@code config/transformers.yaml}. */
    String type();

    /** The ways that it can serve; inbound unless it says otherwise. */
    default Set<Direction> directions() {
        return Set.of(Direction.INBOUND);
    }

    /**
     * Makes one. All keys are read here: one that was not asked for when this returns is refused as unknown.
     *
     * @param config what stands under {@code config}
     * @throws IllegalArgumentException for what makes no sense together; the message names keys and values
     */
    Transformer create(TransformerConfig config);

    /**
     * Makes one and refuses what it does not know.
     *
     * @throws ConfigException with everything that is wrong
     */
    default Transformer create(Map<String, Object> config) {
        TransformerConfig read = TransformerConfig.of(config);
        Transformer made = create(read);
        read.finish();
        return made;
    }
}
