package dev.serai.capture.mailbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is: hosts are served round robin, the mailboxes of a host in the order in which they came, those whose last
 * look failed when nobody else may begin. Decides only, runs nothing.
 */
final class Lanes {
    private final LaneLimits limits;
    private final LongSupplier nanos;
    /** By host; who was served goes to the end. */
    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    Lanes(LaneLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** Puts a turn at the end of its host's line. */
    synchronized void offer(Turn turn) {
        lanes.computeIfAbsent(turn.host(), any -> new Lane()).add(turn);
    }

    /** The turn that may begin now, which counts as begun; null when nobody waits or the bounds are reached. */
    synchronized @Nullable Turn next() {
        Turn turn = next(false);
        return turn == null ? next(true) : turn;
    }

    /** A look is over. */
    synchronized void ended(Turn turn) {
        Lane lane = lanes.get(turn.host());
        if (lane != null) {
            lane.ended(turn);
            if (lane.isEmpty()) {
                lanes.remove(turn.host());
            }
        }
    }

    private @Nullable Turn next(boolean doubtful) {
        long now = nanos.getAsLong();
        for (Map.Entry<String, Lane> entry : lanes.entrySet()) {
            Lane lane = entry.getValue();
            if (lane.waits(doubtful) && hasRoom(now) && hasRoom(lane, now) && isTrusted(lane, doubtful, now)) {
                Turn turn = lane.begin(doubtful, now);
                lanes.remove(entry.getKey());
                lanes.put(entry.getKey(), lane);
                return turn;
            }
        }
        return null;
    }

    private boolean hasRoom(long now) {
        return sum(Lane::running) < limits.all() && sum(lane -> fresh(lane, now)) < limits.fresh();
    }

    private boolean hasRoom(Lane lane, long now) {
        return lane.running() < limits.allPerHost() && fresh(lane, now) < limits.freshPerHost();
    }

    /** What may hang does not get the last threads. */
    private boolean isTrusted(Lane lane, boolean doubtful, long now) {
        if (doubtful && sum(Lane::runningDoubtful) >= limits.doubtful()) {
            return false;
        }
        boolean reserved = sum(Lane::running) >= limits.all() - limits.reserve();
        return !reserved || (!doubtful && fresh(lane, now) == lane.running());
    }

    private int fresh(Lane lane, long now) {
        return lane.runningSince(now - limits.slow().toNanos());
    }

    private int sum(ToIntFunction<Lane> of) {
        return lanes.values().stream().mapToInt(of).sum();
    }
}
