package dev.serai.transform.legacy;

import java.io.PrintStream;
import java.util.Properties;

/** Rewrites mail that is about to leave, in the shape of the older API. One instance serves all threads at once. */
public interface OutboundMimeTransformer {

    /**
     * Rewrites one mail.
     *
     * @param input the whole mail, with From and Reply-To
     * @param config what stands under {@code config}, but for {@code maxSize}
     * @param debugLogStream goes to the debug log where the entry says {@code debugLog: true}
     */
    OutboundResult transform(byte[] input, Properties config, PrintStream debugLogStream);
}
