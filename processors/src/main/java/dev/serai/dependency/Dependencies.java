package dev.serai.dependency;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All that the strategies of this process ask outside, by name. It outlives generations, so an edit closes no breaker. */
public final class Dependencies {
    private final Clock clock;
    private final Map<String, Dependency> byName = new ConcurrentHashMap<>();

    public Dependencies(Clock clock) {
        this.clock = clock;
    }

    /** The one of a name; it counts as up until it is asked. */
    public Dependency of(String name) {
        return byName.computeIfAbsent(name, known -> new Dependency(known, clock));
    }

    /** Forgets those that no file names any more. */
    public void retain(Collection<String> names) {
        byName.keySet().retainAll(names);
    }

    /** What is known of each, by name. */
    public List<Dependency.Standing> standings() {
        return byName.values().stream()
                .map(Dependency::standing)
                .sorted(Comparator.comparing(Dependency.Standing::name))
                .toList();
    }
}
