package dev.serai.dispatch;

import java.util.function.Function;

/** Which accounts and routes are live now. */
public interface LiveExits {

    /** What is live at this moment, and may be no longer at the next. */
    Exits current();

    /** Claims mail for the live exits; no others become live until it returns, that is until the claim is committed. */
    <T> T claimThrough(Function<Exits, T> claim);
}
