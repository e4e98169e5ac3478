package dev.serai.files;

import dev.serai.transform.Direction;
import java.util.List;

/**
 * The transformer chains of {@code config/transformers.yaml}; list order = chain order.
 *
 * @param keepReceived whether the unmodified original is kept beside the transformed mail
 * @param keepSent whether the untransformed outbound mail is kept
 */
public record TransformersDefinition(
        List<TransformerDefinition> inbound,
        List<TransformerDefinition> outbound,
        boolean keepReceived,
        boolean keepSent) {
    /** Those of one direction. */
    public List<TransformerDefinition> chain(Direction direction) {
        return direction == Direction.INBOUND ? inbound : outbound;
    }

    /** No transformers. */
    static final TransformersDefinition NONE = new TransformersDefinition(List.of(), List.of(), true, true);
}
