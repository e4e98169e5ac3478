package dev.serai.chain;

import dev.serai.transform.ChainListener;
import dev.serai.transform.TransformerOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Counts what transformers do, and how long they take. */
public final class ChainMeters implements ChainListener {
    private final MeterRegistry meters;

    public ChainMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void ran(TransformerOutcome outcome, Duration took) {
        meters.timer("serai.transformer", "transformer", outcome.name()).record(took);
        meters.counter("serai.transformer", "transformer", outcome.name(), "result", outcome.result())
                .increment();
    }
}
