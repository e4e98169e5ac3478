package dev.serai.capture.mailbox;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mailboxes of one host: who waits, first come first served, and whose look is under way since when. */
final class Lane {
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final Deque<Turn> doubtful = new ArrayDeque<>();
    private final Map<Turn, Long> running = new HashMap<>();

    void add(Turn turn) {
        line(turn.isDoubtful()).add(turn);
    }

    boolean waits(boolean ofDoubtful) {
        return !line(ofDoubtful).isEmpty();
    }

    @Nullable
    Turn begin(boolean ofDoubtful, long now) {
        Turn turn = line(ofDoubtful).poll();
        if (turn != null) {
            running.put(turn, now);
        }
        return turn;
    }

    void ended(Turn turn) {
        running.remove(turn);
    }

    int running() {
        return running.size();
    }

    int runningDoubtful() {
        return (int) running.keySet().stream().filter(Turn::isDoubtful).count();
    }

    /** Looks that began after a moment. */
    int runningSince(long moment) {
        return (int) begun().stream().filter(at -> at - moment > 0).count();
    }

    boolean isEmpty() {
        return waiting.isEmpty() && doubtful.isEmpty() && running.isEmpty();
    }

    private Collection<Long> begun() {
        return running.values();
    }

    private Deque<Turn> line(boolean ofDoubtful) {
        return ofDoubtful ? doubtful : waiting;
    }
}
