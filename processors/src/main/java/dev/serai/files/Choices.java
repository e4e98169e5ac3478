package dev.serai.files;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Enum constants as files write them: lower-case kebab. */
final class Choices {
    private Choices() {}

    static <E extends Enum<E>> E of(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (text(constant).equals(text)) {
                return constant;
            }
        }
        Collection<String> names = names(type);
        throw new IllegalArgumentException("'" + text + "' is none of " + String.join(", ", names));
    }

    static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Choices::text).toList();
    }

    static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
