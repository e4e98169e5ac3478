package dev.serai.text;

import java.util.ArrayDeque;
import java.util.Deque;

/** The lists that are open, innermost first: what stands before an item. */
final class ListNumbers {
    private static final int DEEPEST = 8;
    private static final int BULLETS = Integer.MIN_VALUE;

    private final Deque<Integer> next = new ArrayDeque<>();

    /** @param start the first number as the page says it; may be empty or no number */
    void open(boolean numbered, String start) {
        boolean given = start.matches("\\d{1,6}");
        next.push(numbered ? (given ? Integer.parseInt(start) : 1) : BULLETS);
    }

    void close() {
        next.poll();
    }

    int depth() {
        return next.size();
    }

    /** The mark of the next item: its number, or a dash; further in, further right. */
    String item() {
        String indent = "  ".repeat(Math.min(Math.max(0, depth() - 1), DEEPEST));
        Integer number = next.peek();
        if (number == null || number == BULLETS) {
            return indent + "- ";
        }
        next.pop();
        next.push(number + 1);
        return indent + number + ". ";
    }
}
