package dev.serai.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A selector made at random, as text and as what it means by the tables of SQL-92 and nothing else: true, false, or null
 * for unknown.
 */
record RandomSelector(String text, Function<Map<String, Object>, @Nullable Boolean> meaning) {
    private static final Map<String, List<String>> TEXTS = Map.of(
            "language", List.of("de", "en", "pt-BR"),
            "category", List.of("claims", "it''s", "50%", "a_b"),
            "tier", List.of("gold", "GOLD", "", "0"),
            "subj", List.of("Rechnung 50%", "a!b", "back\\slash", "x'' or 1=1 --"));
    private static final List<String> PATTERNS =
            List.of("%", "de", "%o%", "_e", "50!%", "%!_b", "50\\%", "%'%", "a!!b", "%\\%", "%0");

    static RandomSelector of(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(5);
        return switch (kind) {
            case 1 -> both(of(random, depth - 1), of(random, depth - 1));
            case 2 -> either(of(random, depth - 1), of(random, depth - 1));
            case 3 -> not(of(random, depth - 1));
            default -> random.nextInt(4) == 0 ? number(random) : text(random);
        };
    }

    private static RandomSelector both(RandomSelector a, RandomSelector b) {
        return new RandomSelector("(" + a.text + ") AND (" + b.text + ")", row -> {
            Boolean left = a.meaning.apply(row);
            Boolean right = b.meaning.apply(row);
            if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
                return false;
            }
            return left == null || right == null ? null : Boolean.TRUE;
        });
    }

    private static RandomSelector either(RandomSelector a, RandomSelector b) {
        RandomSelector inner = not(both(not(a), not(b)));
        return new RandomSelector("(" + a.text + " or " + b.text + ")", inner.meaning);
    }

    private static RandomSelector not(RandomSelector a) {
        return new RandomSelector("NOT (" + a.text + ")", row -> {
            Boolean inner = a.meaning.apply(row);
            return inner == null ? null : !inner;
        });
    }

    private static RandomSelector number(Random random) {
        int value = random.nextInt(4) * 10;
        boolean negated = random.nextBoolean();
        if (random.nextBoolean()) {
            int high = random.nextInt(5) * 10;
            return tested("priority", negated, "between " + value + " AND " + high, field -> {
                int priority = (Integer) field;
                return priority >= value && priority <= high;
            });
        }
        Map<String, BiPredicate<Integer, Integer>> signs = Map.of(
                "<",
                (a, b) -> a < b,
                ">=",
                (a, b) -> a >= b,
                "<>",
                (a, b) -> !Objects.equals(a, b),
                "=",
                Objects::equals);
        String sign = pick(random, List.of("<", ">=", "<>", "="));
        BiPredicate<Integer, Integer> holds = Objects.requireNonNull(signs.get(sign));
        return new RandomSelector(
                "priority " + sign + " " + value + ".0", row -> holds.test((Integer) row.get("priority"), value));
    }

    private static RandomSelector text(Random random) {
        String field = pick(random, List.of("language", "category", "tier", "subj"));
        boolean negated = random.nextBoolean();
        List<String> known = Objects.requireNonNull(TEXTS.get(field));
        String value = pick(random, known);
        return switch (random.nextInt(4)) {
            case 0 ->
                new RandomSelector(
                        field + (negated ? " IS NOT NULL" : " is null"), row -> (row.get(field) == null) != negated);
            case 1 -> {
                List<String> values = new ArrayList<>(List.of(value, pick(random, known)));
                String list = values.stream().map(one -> "'" + one + "'").collect(Collectors.joining(", "));
                yield tested(field, negated, "IN (" + list + ")", one -> values.contains(quoted(one)));
            }
            case 2 -> {
                String pattern = pick(random, PATTERNS);
                boolean escaped = pattern.contains("!");
                String words = "like '" + quoted(pattern) + "'" + (escaped ? " ESCAPE '!'" : "");
                Pattern regex = regex(pattern, escaped);
                yield tested(
                        field,
                        negated,
                        words,
                        one -> regex.matcher((String) one).matches());
            }
            default -> {
                String words = negated ? "<>" : "=";
                yield new RandomSelector(field + words + "'" + value + "'", row -> {
                    Object found = row.get(field);
                    return found == null ? null : value.equals(quoted(found)) != negated;
                });
            }
        };
    }

    private static RandomSelector tested(String field, boolean negated, String words, Function<Object, Boolean> holds) {
        return new RandomSelector(field + (negated ? " not " : " ") + words, row -> {
            Object found = row.get(field);
            return found == null ? null : holds.apply(found) != negated;
        });
    }

    private static Pattern regex(String pattern, boolean escaped) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char sign = pattern.charAt(i);
            if (escaped && sign == '!') {
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else {
                regex.append(sign == '%' ? ".*" : sign == '_' ? "." : Pattern.quote(String.valueOf(sign)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** A value of a row, from those that the selectors name or none. */
    static @Nullable Object value(Random random, String field) {
        List<String> known = Objects.requireNonNull(TEXTS.get(field));
        return random.nextInt(3) == 0 ? null : pick(random, known).replace("''", "'");
    }

    private static String quoted(Object value) {
        return value.toString().replace("'", "''");
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
