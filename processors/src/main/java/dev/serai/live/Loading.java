package dev.serai.live;

import dev.serai.files.CamelResource;
import dev.serai.files.Generation;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.files.RouteFile;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Hands files to Camel; what Camel refuses is told with its file. */
final class Loading {
    private Loading() {}

    static void load(CamelContext camel, CamelResource resource) throws RefusedException {
        try {
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(resource.path(), resource.yaml()));
        } catch (Exception | LinkageError refused) {
            throw refused(resource, "Camel refuses it", refused);
        }
    }

    static RefusedException refused(CamelResource resource, String what, Throwable why) {
        return refused(resource.path(), what, why);
    }

    static RefusedException refused(String path, String what, Throwable why) {
        return new RefusedException(Problem.error(Place.of(path, 1), what + ": " + words(why)), why);
    }

    /** Camel names the route that does not start; its file is told. */
    static void start(CamelContext camel, Generation generation) throws RefusedException {
        try {
            camel.start();
        } catch (Exception | LinkageError refused) {
            String all = all(refused);
            Place place = generation.routes().values().stream()
                    .filter(file -> all.contains(file.id()))
                    .findFirst()
                    .map(RouteFile::place)
                    .orElse(Place.of("routes", 1));
            throw new RefusedException(Problem.error(place, "Camel does not start it: " + words(refused)), refused);
        }
    }

    private static String all(Throwable failure) {
        StringBuilder words = new StringBuilder();
        for (Throwable one = failure; one != null; one = one.getCause()) {
            words.append(one.getMessage()).append('\n');
        }
        return words.toString();
    }

    /** The innermost cause's own words, on one line. */
    static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("");
    }
}
