package dev.serai.transform;

import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds the factory for what a configuration names under {@code type}. */
public final class TransformerFactories {
    private final Map<String, TransformerFactory> services = new TreeMap<>();
    private final ClassLoader loader;

    /** With the built-in ones and the classes of a loader, for instance of the jars in {@code lib/}. */
    public TransformerFactories(ClassLoader loader) {
        this.loader = loader;
        ServiceLoader.load(TransformerFactory.class, loader).stream().forEach(this::service);
    }

    /** A jar in {@code lib/} whose service cannot be made must not take the others away. */
    private void service(ServiceLoader.Provider<TransformerFactory> provider) {
        try {
            TransformerFactory factory = provider.get();
            services.putIfAbsent(factory.type(), factory);
        } catch (ServiceConfigurationError | LinkageError unusable) {
            return;
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
                    + " mail; move the entry to the other list");
        }
        return factory;
    }

    /**
     * By built-in type, the type of a service, or class name.
     *
     * @throws IllegalArgumentException when there is none; the message lists the types and what is wrong with the class
     */
    public TransformerFactory find(String type) {
        TransformerFactory factory = services.get(type);
        return factory == null ? byClass(type) : factory;
    }

    private TransformerFactory byClass(String type) {
        try {
            Class<?> found = Class.forName(type, true, loader);
            return (TransformerFactory) found.getConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new IllegalArgumentException(
                    "transformer type is '" + type + "'; expected one of " + services.keySet()
                            + " or the name of a class that is a TransformerFactory with a public constructor ("
                            + e + ")",
                    e);
        }
    }
}
