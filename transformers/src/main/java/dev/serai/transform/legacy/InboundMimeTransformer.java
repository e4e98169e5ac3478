package dev.serai.transform.legacy;

import java.io.PrintStream;
import java.util.Properties;

/** Rewrites received mail, in the shape of the older API. One instance serves all threads at once. */
public interface InboundMimeTransformer {

    /**
     * Rewrites one mail.
     *
     * @param input the whole mail
     * @param config what stands under {@code config}, but for {@code maxSize}
     * @param debugLogStream goes to the debug log where the entry says {@code debugLog: true}
     */
    InboundResult transform(byte[] input, Properties config, PrintStream debugLogStream);
}
