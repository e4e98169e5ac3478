package dev.serai.live;

import dev.serai.files.Problem;
import java.util.List;

/** A set of files that does not become live, and why. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RefusedException(List<Problem> problems) {
        super(problems.isEmpty() ? "" : problems.get(0).toString());
        this.problems = List.copyOf(problems);
    }

    RefusedException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problems = List.of(problem);
    }

    /** The errors, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
