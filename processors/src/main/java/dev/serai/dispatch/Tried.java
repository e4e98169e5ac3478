package dev.serai.dispatch;

import dev.serai.files.Generation;
import dev.serai.interaction.Fence;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * One try of a mail, and what came of it.
 *
 * @param fence behind which it was claimed
 * @param generation by whose account and route it was sent
 * @param facts what every event of it tells: the account, and where it was diverted to
 */
record Tried(Fence fence, SendResult result, Generation generation, Map<String, Object> facts) {
    Tried {
        facts = Map.copyOf(facts);
    }

    boolean wasDiverted() {
        return facts.containsKey(DispatchRun.DIVERTED_TO);
    }

    /** What an event of it tells. */
    Map<String, Object> facts(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(facts);
        all.putAll(more);
        return all;
    }

    /** The same without a text of others. */
    Tried plain() {
        Map<String, Object> kept = new HashMap<>(facts);
        kept.keySet().retainAll(Set.of(DispatchRun.DIVERTED_TO));
        return new Tried(fence, Reasons.plain(result), generation, kept);
    }
}
