package dev.serai.rest;

import dev.serai.files.Generation;
import dev.serai.files.Problem;
import java.time.Instant;
import java.util.List;

/**
 * The files that are live.
 *
 * @param appliedAt since when
 * @param rejected what is wrong with newer files that did not become live; empty when there are none
 */
public record LiveConfig(Generation generation, Instant appliedAt, List<Problem> rejected) {

    public LiveConfig {
        rejected = List.copyOf(rejected);
    }
}
