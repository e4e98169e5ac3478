package dev.serai.strategy;

import dev.serai.decision.DecisionCode;
import dev.serai.files.Entries;
import dev.serai.files.StepDefinition;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The decision code of one generation's steps, each made once. */
public final class DecisionCodes {
    private final ClassLoader classes;
    private final Map<String, DecisionCode> bySteps = new ConcurrentHashMap<>();

    /** @param classes where those of {@code lib/} are found */
    public DecisionCodes(ClassLoader classes) {
        this.classes = classes;
    }

    /**
     * The code of a step.
     *
     * @throws IllegalArgumentException when there is no such class, it is of the wrong kind, or it refuses its config
     */
    public DecisionCode of(StepDefinition step) {
        return bySteps.computeIfAbsent(
                step.key(),
                key -> make(step.get("class"), Entries.of(step.find("config").orElse(""))));
    }

    private DecisionCode make(String name, Map<String, String> config) {
        try {
            Class<?> type = Class.forName(name, true, classes);
            if (!DecisionCode.class.isAssignableFrom(type)) {
                throw new IllegalArgumentException(
                        "class '" + name + "' does not implement " + DecisionCode.class.getName());
            }
            return (DecisionCode) instance(type, config);
        } catch (ClassNotFoundException absent) {
            throw new Missing(name, absent);
        } catch (InvocationTargetException refused) {
            Throwable cause = refused.getCause();
            String words = cause instanceof IllegalArgumentException && cause.getMessage() != null
                    ? cause.getMessage()
                    : String.valueOf(cause);
            throw new IllegalArgumentException("class '" + name + "' cannot be made: " + words, refused);
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalArgumentException(
                    "class '" + name
                            + "' cannot be made; expected a public class with a public constructor that takes a"
                            + " Map<String, String>, or nothing where the step has no config",
                    unusable);
        } catch (LinkageError incomplete) {
            throw new IllegalArgumentException(
                    "class '" + name + "' cannot be loaded: " + incomplete + "; is a jar missing in lib/?", incomplete);
        }
    }

    private static Object instance(Class<?> type, Map<String, String> config) throws ReflectiveOperationException {
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Map.class) {
                return constructor.newInstance(config);
            }
        }
        if (!config.isEmpty()) {
            throw new NoSuchMethodException("a constructor that takes the config");
        }
        return type.getConstructor().newInstance();
    }

    /** No jar has the class. */
    public static final class Missing extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Missing(String name, Throwable cause) {
            super("no jar in lib/ has a class '" + name + "'", cause);
        }
    }
}
