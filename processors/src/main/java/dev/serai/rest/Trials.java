package dev.serai.rest;

import dev.serai.interaction.PointName;
import dev.serai.mime.RawSource;
import org.jspecify.annotations.Nullable;

/** The dry run of one mail through the live files. */
@FunctionalInterface
public interface Trials {

    /**
     * What would become of it.
     *
     * @param point whose mail it is taken for; null = the one whose address it is to
     * @return an object that is written as JSON, as `try --json` writes it
     */
    Object run(RawSource mail, @Nullable PointName point) throws Exception;
}
