package dev.serai.transform;

import java.time.Duration;

/** Is told of every run of a transformer, for meters. */
@FunctionalInterface
public interface ChainListener {
    /** Nobody. */
    ChainListener NONE = (outcome, took) -> {};

    void ran(TransformerOutcome outcome, Duration took);
}
