package dev.serai.live;

import dev.serai.files.Generation;
import dev.serai.store.GenerationLife.Changes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which files two sets differ by. */
final class Difference {
    private Difference() {}

    static Changes between(Generation before, Generation after) {
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (String path : after.files().paths()) {
            Optional<byte[]> old = before.files().bytes(path);
            if (old.isEmpty()) {
                added.add(path);
            } else if (!Arrays.equals(old.get(), after.files().bytes(path).orElseThrow())) {
                changed.add(path);
            }
        }
        List<String> removed = new ArrayList<>(before.files().paths());
        removed.removeAll(after.files().paths());
        return new Changes(added, changed, removed);
    }
}
