package dev.serai.transform;

import java.util.List;
import java.util.stream.Collectors;

/** A transformer that cannot be made of its configuration; the message has all that is wrong. */
public final class ConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    ConfigException(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::message).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Each by itself, so that it can be shown where its key stands. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
