package dev.serai.rest;

import dev.serai.files.Generation;
import dev.serai.files.Problem;
import dev.serai.store.GenerationLife;
import java.util.List;

/**
 * The files that are live.
 *
 * @param life since when, and why
 * @param rejected what is wrong with newer files that did not become live; empty when there are none
 * @param atNextStart files that were edited and count from the next start only
 */
public record LiveConfig(Generation generation, GenerationLife life, List<Problem> rejected, List<String> atNextStart) {

    public LiveConfig {
        rejected = List.copyOf(rejected);
        atNextStart = List.copyOf(atNextStart);
    }
}
