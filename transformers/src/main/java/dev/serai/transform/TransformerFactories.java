package dev.serai.transform;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the factory for what a configuration names under {@code type}. */
public final class TransformerFactories {
    private final Map<String, TransformerFactory> services = new TreeMap<>();
    private final List<TransformerAdapter> adapters;
    private final ClassLoader loader;

    /** With the built-in ones and the classes of a loader, for instance of the jars in {@code lib/}. */
    public TransformerFactories(ClassLoader loader) {
        this.loader = loader;
        this.adapters = services(TransformerAdapter.class);
        services(TransformerFactory.class).forEach(factory -> services.putIfAbsent(factory.type(), factory));
    }

    private <T> List<T> services(Class<T> type) {
        return ServiceLoader.load(type, loader).stream()
                .flatMap(provider -> made(provider).stream())
                .toList();
    }

    /** A jar in {@code lib/} whose service cannot be made must not take the others away. */
    private static <T> Optional<T> made(ServiceLoader.Provider<T> provider) {
        try {
            return Optional.of(provider.get());
        } catch (ServiceConfigurationError | LinkageError unusable) {
            return Optional.empty();
        }
    }

    /**
     * By built-in type, the type of a service, or class name, for one direction.
     *
     * @throws IllegalArgumentException when there is none, or it does not serve the direction
     */
    public TransformerFactory find(String type, Direction direction) {
        TransformerFactory factory = find(type);
        if (!factory.directions().contains(direction)) {
            throw new IllegalArgumentException("type '" + type + "' does not serve " + direction.word()
                    + " mail; move the entry to the other list"
                    + (type.contains(".") ? ", or let its class return " + direction + " from directions()" : ""));
        }
        return factory;
    }

    /**
     * By built-in type, the type of a service, or class name.
     *
     * @throws IllegalArgumentException when there is none; the message lists the types and says what is wrong with the class
     */
    public TransformerFactory find(String type) {
        TransformerFactory factory = services.get(type);
        return factory == null ? byClass(type) : factory;
    }

    private TransformerFactory byClass(String type) {
        Object made = instance(type);
        if (made instanceof TransformerFactory factory) {
            return factory;
        }
        return adapters.stream()
                .flatMap(adapter -> adapter.adapt(made).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("class '" + type + "' is of the wrong kind; expected a "
                        + TransformerFactory.class.getName() + ", or "
                        + adapters.stream().map(TransformerAdapter::expected).collect(Collectors.joining(", "))));
    }

    private Object instance(String type) {
        try {
            return Class.forName(type, true, loader).getConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "transformer type is '" + type + "', and no jar in lib/ has a class of that name; expected one of "
                            + services.keySet() + " or the full name of a class",
                    e);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalArgumentException(
                    "class '" + type + "' cannot be made; expected a public class with a public constructor without"
                            + " parameters",
                    e);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("class '" + type + "' cannot be made: " + e.getCause(), e);
        } catch (LinkageError e) {
            throw new IllegalArgumentException(
                    "class '" + type + "' cannot be loaded: " + e + "; is a jar missing in lib/?", e);
        }
    }
}
