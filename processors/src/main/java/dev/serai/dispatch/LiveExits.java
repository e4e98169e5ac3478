package dev.serai.dispatch;

import java.util.function.Function;

/** Which accounts and routes are live now. */
public interface LiveExits {

    /** Claims mail for the live exits; no others become live until it returns, that is until the claim is committed. */
    <T> T claimThrough(Function<Exits, T> claim);
}
