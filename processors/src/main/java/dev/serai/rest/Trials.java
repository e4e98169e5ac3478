package dev.serai.rest;

import dev.serai.interaction.PointName;
import dev.serai.interaction.TenantName;
import dev.serai.mime.RawSource;
import org.jspecify.annotations.Nullable;

/** The dry run of one mail through the live files. */
@FunctionalInterface
public interface Trials {

    /**
     * What would become of it.
     *
     * @param point whose mail it is taken for; null = the one whose address it is to
     * @param tenant whose mail it is taken for, and whose points alone it may be to; null = whose point it is to
     * @return an object that is written as JSON, as `try --json` writes it
     */
    Object run(RawSource mail, @Nullable PointName point, @Nullable TenantName tenant) throws Exception;
}
