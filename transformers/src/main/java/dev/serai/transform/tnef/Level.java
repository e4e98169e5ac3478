package dev.serai.transform.tnef;

import java.util.function.Consumer;

/**
 * Where something is unpacked.
 *
 * @param depth 0 in the winmail.dat itself, 1 in a message within it
 * @param memory what the whole mail has
 * @param warnings is told what was odd
 */
record Level(int depth, MemoryLeft memory, Consumer<String> warnings) {

    Level deeper() {
        return new Level(depth + 1, memory, warnings);
    }

    void warn(String sentence) {
        warnings.accept(sentence);
    }
}
