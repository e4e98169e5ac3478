package dev.serai.transform;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds the factory for what a configuration names under {@code type}. */
public final class TransformerFactories {
    private final Map<String, TransformerFactory> builtIn = new TreeMap<>();
    private final ClassLoader loader;

    /** With the built-in ones and the classes of a loader, for instance of the jars in {@code lib/}. */
    public TransformerFactories(ClassLoader loader) {
        this.loader = loader;
        ServiceLoader.load(TransformerFactory.class, loader)
                .forEach(factory -> builtIn.putIfAbsent(factory.type(), factory));
    }

    /**
     * By built-in type or class name.
     *
     * @throws IllegalArgumentException when there is neither; the message lists the built-in types
     */
    public TransformerFactory find(String type) {
        TransformerFactory factory = builtIn.get(type);
        return factory == null ? byClass(type) : factory;
    }

    private TransformerFactory byClass(String type) {
        try {
            Class<?> found = Class.forName(type, true, loader);
            return (TransformerFactory) found.getConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new IllegalArgumentException(
                    "transformer type is '" + type + "'; expected one of " + builtIn.keySet()
                            + " or the name of a class that is a TransformerFactory with a public constructor ("
                            + e + ")",
                    e);
        }
    }
}
