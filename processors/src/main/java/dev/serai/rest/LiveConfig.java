package dev.serai.rest;

import dev.serai.files.Generation;
import dev.serai.files.Problem;
import dev.serai.store.GenerationLife;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files that are live.
 *
 * @param life since when, and why
 * @param rejected what is wrong with newer files that did not become live; empty when there are none
 * @param warnings what is doubtful about the live ones
 * @param atNextStart files that were edited and count from the next start only
 * @param checkingSince when the check began that is under way; null when none is
 */
public record LiveConfig(
        Generation generation,
        GenerationLife life,
        List<Problem> rejected,
        List<Problem> warnings,
        List<String> atNextStart,
        @Nullable Instant checkingSince) {

    /** The same without a word about files: their names may be what nobody but the hub's own should know. */
    LiveConfig untold() {
        return new LiveConfig(generation, life, List.of(), List.of(), List.of(), null);
    }

    public LiveConfig {
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
        atNextStart = List.copyOf(atNextStart);
    }
}
