package dev.serai.screening.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Code points in classes: those of one class are read alike by every step of some programs. */
final class CharClasses {
    private static final int[] LINE_END = {'\n', '\n'};
    private static final int[] WORD = {'0', '9', 'A', 'Z', '_', '_', 'a', 'z'};

    private final char[] low = new char[0x500];
    private final int[] starts;
    private final char[] classes;
    private final int[] samples;

    private CharClasses(int[] starts, char[] classes, int[] samples) {
        this.starts = starts;
        this.classes = classes;
        this.samples = samples;
        for (int i = 0; i < low.length; i++) {
            low[i] = (char) search(i);
        }
    }

    /** The classes for ranges of code points (first and last in turns), of line ends and of what {@code \b} takes for words. */
    static CharClasses of(List<int[]> readers) {
        List<int[]> all = new ArrayList<>(readers);
        all.add(LINE_END);
        all.add(WORD);
        SortedMap<Integer, List<Integer>> turns = turns(all);
        int[] starts = new int[turns.size()];
        char[] classes = new char[turns.size()];
        List<Integer> samples = new ArrayList<>();
        Map<BitSet, Integer> known = new HashMap<>();
        BitSet readBy = new BitSet();
        int i = 0;
        for (Map.Entry<Integer, List<Integer>> turn : turns.entrySet()) {
            turn.getValue().forEach(readBy::flip);
            Integer number = known.get(readBy);
            if (number == null) {
                number = samples.size();
                known.put((BitSet) readBy.clone(), number);
                samples.add(turn.getKey());
            }
            starts[i] = turn.getKey();
            classes[i++] = (char) number.intValue();
        }
        return new CharClasses(
                starts, classes, samples.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Where reading by the ranges of one number begins or ends. */
    private static SortedMap<Integer, List<Integer>> turns(List<int[]> all) {
        SortedMap<Integer, List<Integer>> turns = new TreeMap<>();
        turns.put(0, new ArrayList<>());
        for (int number = 0; number < all.size(); number++) {
            int[] ranges = all.get(number);
            for (int i = 0; i < ranges.length; i += 2) {
                turns.computeIfAbsent(ranges[i], point -> new ArrayList<>()).add(number);
                if (ranges[i + 1] < Character.MAX_CODE_POINT) {
                    turns.computeIfAbsent(ranges[i + 1] + 1, point -> new ArrayList<>())
                            .add(number);
                }
            }
        }
        return turns;
    }

    int count() {
        return samples.length;
    }

    int of(int point) {
        return point < low.length ? low[point] : search(point);
    }

    /** A code point of the class. */
    int sample(int number) {
        return samples[number];
    }

    private int search(int point) {
        int from = 0;
        int to = starts.length - 1;
        while (from < to) {
            int middle = (from + to + 1) >>> 1;
            if (starts[middle] <= point) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        return classes[from];
    }
}
