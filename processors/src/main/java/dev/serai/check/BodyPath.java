package dev.serai.check;

import dev.serai.files.Nearest;
import dev.serai.strategy.StrategyBody;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path such as {@code from.address} from the interaction that strategies see, followed by the types behind it. */
final class BodyPath {
    private static final Pattern PART = Pattern.compile("\\??\\.?([A-Za-z]\\w*)(\\([^)]*\\))?");
    private static final Set<String> EVERYWHERE = Set.of("toString", "hashCode", "getClass", "class", "equals");

    private BodyPath() {}

    /** What is wrong with it; empty when it leads somewhere, or where that cannot be seen. */
    static Optional<String> problem(String path) {
        Class<?> type = StrategyBody.class;
        String before = "body";
        Matcher part = PART.matcher(path);
        int at = 0;
        while (at < path.length() && part.find(at) && part.start() == at && followed(type)) {
            String name = part.group(1);
            Class<?> next = type(type, name);
            if (next == null) {
                return Optional.of("'" + before + "' has no '" + name + "'" + Nearest.hint(name, names(type)));
            }
            type = next;
            before = before + "." + name;
            at = part.end();
        }
        return Optional.empty();
    }

    /** Types of ours and texts; what is in maps, lists and whatever else is known at run time only. */
    private static boolean followed(Class<?> type) {
        return type.getName().startsWith("dev.serai.") || type == String.class;
    }

    private static @Nullable Class<?> type(Class<?> type, String name) {
        if (EVERYWHERE.contains(name)) {
            return Object.class;
        }
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return Arrays.stream(type.getMethods())
                .filter(method -> Set.of(name, "get" + capital, "is" + capital).contains(method.getName()))
                .map(Method::getReturnType)
                .findFirst()
                .orElse(null);
    }

    /** What there is, as expressions name it. */
    private static Set<String> names(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0 && method.getDeclaringClass() == type) {
                String name = method.getName();
                boolean getter = name.matches("get[A-Z].*");
                names.add(getter ? name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4) : name);
            }
        }
        names.removeAll(EVERYWHERE);
        return names;
    }
}
