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
 * @param warnings what is doubtful about the live ones
 * @param atNextStart files that were edited and count from the next start only
 */
public record LiveConfig(
        Generation generation,
        GenerationLife life,
        List<Problem> rejected,
        List<Problem> warnings,
        List<String> atNextStart) {

    public LiveConfig {
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
        atNextStart = List.copyOf(atNextStart);
    }
}
