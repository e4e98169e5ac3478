package dev.serai.live;

import dev.serai.files.Generation;
import dev.serai.files.Problem;
import dev.serai.store.GenerationLife;
import java.util.List;

/**
 * How it stands with the files.
 *
 * @param life since when the live ones are live, and why
 * @param rejected what is wrong with those on disk, which therefore are not live; empty when nothing is
 * @param warnings what is doubtful about the live ones
 */
public record Standing(Generation generation, GenerationLife life, List<Problem> rejected, List<Problem> warnings) {
    public Standing {
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
    }

    Standing rejecting(List<Problem> problems) {
        return new Standing(generation, life, problems, warnings);
    }
}
