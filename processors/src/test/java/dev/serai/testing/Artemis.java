package dev.serai.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A real Artemis with its own defaults. Its OpenWire is made for the classes of Classic 5, which its jar brings along, so that it has a class loader of its own.
 */
public final class Artemis implements JmsBroker {
    private static final String CLASSIC = "activemq-client-5.19.7.jar";

    private final URLClassLoader loader;
    private final ToLongFunction<String> server;
    private final String url = "tcp://127.0.0.1:" + Ports.free();

    private Artemis(Path folder) throws Exception {
        this.loader = new URLClassLoader(jars(folder), ClassLoader.getPlatformClassLoader());
        this.server = server(folder);
        restart();
    }

    /** @param folder where its journal lies, which another one may find there */
    public static Artemis start(Path folder) {
        try {
            return new Artemis(folder);
        } catch (Exception failure) {
            throw new AssertionError("Artemis does not start", failure);
        }
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public void stop() {
        say("stop");
    }

    @Override
    public void restart() {
        say("start");
    }

    /** How many messages lie in a queue; 0 when there is none of that name. */
    public long messages(String queue) {
        return say(queue);
    }

    @Override
    public void close() {
        stop();
        try {
            loader.close();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private long say(String word) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return server.applyAsLong(word);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @SuppressWarnings("unchecked")
    private ToLongFunction<String> server(Path folder) throws ReflectiveOperationException {
        return (ToLongFunction<String>) loader.loadClass("dev.serai.testing.ArtemisServer")
                .getConstructor(Path.class, String.class)
                .newInstance(folder, url);
    }

    private static URL[] jars(Path folder) throws IOException {
        List<URL> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("activemq-")) {
                jars.add(url(Path.of(entry)));
            }
        }
        jars.add(url(classic(folder)));
        return jars.toArray(URL[]::new);
    }

    private static Path classic(Path folder) throws IOException {
        Path jar = folder.resolve(CLASSIC);
        try (InputStream inside = Artemis.class.getClassLoader().getResourceAsStream(CLASSIC)) {
            if (inside == null) {
                throw new IOException("artemis-openwire-protocol brings no " + CLASSIC);
            }
            Files.copy(inside, jar, StandardCopyOption.REPLACE_EXISTING);
        }
        return jar;
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
