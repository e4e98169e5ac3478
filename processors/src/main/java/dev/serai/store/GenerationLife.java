package dev.serai.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a set of files decided on one node.
 *
 * @param id of this life; a set may have several
 * @param generation the set
 * @param node on which it was live
 * @param replacedAt null while it is live, or when its node died with it
 * @param holdsAgainst the set on disk that it was preferred to, by a roll back; null when it is what lay on disk
 */
public record GenerationLife(
        String id,
        String generation,
        String node,
        Instant appliedAt,
        @Nullable Instant replacedAt,
        Begin begin,
        @Nullable String holdsAgainst,
        Changes changes) {

    /** The same, beginning then. */
    public GenerationLife from(Instant at) {
        return new GenerationLife(id, generation, node, at, replacedAt, begin, holdsAgainst, changes);
    }

    /**
     * Why it became live.
     *
     * @param source start, edit, apply, activate or restore
     * @param actor who caused it
     */
    public record Begin(String source, String actor) {}

    /** Paths by what became of them since the set that was live before. */
    public record Changes(List<String> added, List<String> changed, List<String> removed) {
        public static final Changes NONE = new Changes(List.of(), List.of(), List.of());

        /** How many files differ. */
        public int count() {
            return added.size() + changed.size() + removed.size();
        }
    }
}
