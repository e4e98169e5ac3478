package dev.serai.dispatch;

import dev.serai.files.Generation;
import org.apache.camel.Exchange;

/** The accounts of one set of files with the routes that mail leaves by; usable as long as mail of it is in hand. */
public interface Exits {

    /** The files. */
    Generation generation();

    /** Runs an exchange with that body, made from nothing, through a route; yields it with what became of it. */
    Exchange run(String uri, Object body);

    /** A mail is on its way from now on. */
    void begin();

    /** It is no longer. To be called once for each {@link #begin}. */
    void end();
}
