package dev.serai.queue;

import java.util.function.Function;

/** Which deciders are live now. */
public interface LiveDeciders {

    /** Claims work for the live deciders; no others become live until it returns, that is until the claim is committed. */
    <T> T claimFor(Function<Deciders, T> claim);
}
