package dev.serai.screening.engine;

import com.google.re2j.Opened;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All literals and regular expressions of some rules, made ready to be looked for at once. Serves all threads. */
public final class Index {
    /** UTF-16 units of a literal that are looked for; a longer one is compared where its beginning occurs. */
    public static final int MOST_OF_LITERAL = 32;
    /** What all automata may hold: 16 MB, in units of four bytes. */
    private static final long MEMORY = 4L << 20;

    private final Literals literals;
    private final List<int[]> required;
    private final Groups groups;
    private final States states;

    private Index(Builder builder) {
        this.states = new States(builder.memory);
        this.literals = Literals.of(List.copyOf(builder.literals.keySet()));
        this.required = List.copyOf(builder.required);
        this.groups = new Groups(
                List.copyOf(builder.regexes.keySet()),
                required.stream().map(texts -> texts.length > 0).toList(),
                states);
    }

    /** A builder of an index that has nothing yet. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Looks for all literals in a text; for regular expressions when they are asked for.
     *
     * @param folded the text without difference of letter case
     * @param shorter length of the beginning of the text on which regular expressions may match as well
     */
    public Scan scan(String text, String folded, int shorter) {
        return new Scan(this, text, shorter, literals.in(folded));
    }

    /** The literals of which one has to occur for a regular expression to match; none when nothing is known. */
    int[] required(int regex) {
        return required.get(regex);
    }

    Group group(int regex) {
        return groups.of(regex);
    }

    Group alone(int regex) {
        return groups.alone(regex);
    }

    /** What the automata hold now, in bytes, roughly. */
    public long automatonBytes() {
        return states.weight() * 4;
    }

    /** Collects what an {@link Index} looks for. */
    public static final class Builder {
        private final Map<String, Integer> literals = new LinkedHashMap<>();
        private final Map<Regex, Integer> regexes = new LinkedHashMap<>();
        private final List<int[]> required = new ArrayList<>();
        private long memory = MEMORY;

        private Builder() {}

        /** Bounds what all automata hold, in bytes, roughly. */
        Builder memory(long bytes) {
            memory = bytes / 4;
            return this;
        }

        /** The number of a literal; the same for literals that begin alike, letter case aside. */
        public int literal(String text) {
            String folded = CaseFolding.fold(text);
            return literals.computeIfAbsent(beginning(folded), begin -> literals.size());
        }

        /**
         * The number of a regular expression.
         *
         * @param whole whether it has to match the entire text, not somewhere in it
         */
        public int regex(Pattern pattern, boolean whole) {
            Regex regex = new Regex(pattern, whole);
            Integer known = regexes.get(regex);
            if (known != null) {
                return known;
            }
            required.add(numbers(RequiredTexts.of(Opened.syntax(pattern))));
            regexes.put(regex, regexes.size());
            return regexes.size() - 1;
        }

        /** The literals of which one has to occur for a regular expression to match; none when nothing is known. */
        public Set<Integer> required(int regex) {
            return Arrays.stream(required.get(regex)).boxed().collect(Collectors.toUnmodifiableSet());
        }

        public Index build() {
            return new Index(this);
        }

        private int[] numbers(Optional<Set<String>> texts) {
            return texts.orElse(Set.of()).stream().mapToInt(this::literal).toArray();
        }

        private static String beginning(String literal) {
            return literal.length() <= MOST_OF_LITERAL ? literal : literal.substring(0, MOST_OF_LITERAL);
        }
    }
}
