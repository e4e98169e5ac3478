package dev.serai.files;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects the problems of a reading; the same one is kept once. Not thread-safe. */
public final class Problems {
    private final Set<Problem> found = new TreeSet<>();

    /** Notes an error. */
    public void error(Place place, String reason) {
        found.add(Problem.error(place, reason));
    }

    /** Notes a warning. */
    public void warning(Place place, String reason) {
        found.add(Problem.warning(place, reason));
    }

    /** Notes problems found elsewhere. */
    public void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    /** Whether any of them is an error. */
    public boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    /** What was found, by file and line. */
    public List<Problem> list() {
        return List.copyOf(found);
    }
}
