package dev.serai.rest;

import dev.serai.live.RefusedException;
import java.util.Optional;

/** How another set of files becomes live by a person's hand. */
public interface Edits {

    /**
     * The files on disk, as they are now.
     *
     * @throws RefusedException when something is wrong with them
     */
    LiveConfig apply(String actor) throws RefusedException;

    /**
     * A set that was live before; empty when it is not kept.
     *
     * @throws RefusedException when something is wrong with it by now
     */
    Optional<LiveConfig> activate(String id, String actor) throws RefusedException;
}
