package dev.serai.check;

import dev.serai.files.CamelResource;
import dev.serai.files.Generation;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.RouteFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.reifier.RouteReifier;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Lets Camel load and build the routes in a context that is never started. */
final class ScratchContextCheck implements Check {
    private static final Pattern LINE = Pattern.compile("line (\\d+)|:(\\d+)(?:\\D|$)");

    @Override
    public void check(Generation generation, Problems problems) {
        DefaultCamelContext context = new DefaultCamelContext();
        try {
            context.setAutoStartup(false);
            context.build();
            for (CamelResource resource : generation.camelRoutes()) {
                if (!resource.path().startsWith("routes/api/")) {
                    load(context, resource, problems);
                }
            }
            if (!problems.hasErrors()) {
                context.getRouteDefinitions().forEach(route -> build(context, route, generation, problems));
            }
        } finally {
            context.stop();
        }
    }

    private static void load(DefaultCamelContext context, CamelResource resource, Problems problems) {
        try {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(resource.path(), resource.yaml()));
        } catch (Exception e) {
            problems.error(Place.of(resource.path(), line(e)), "Camel cannot load this: " + reason(e));
        }
    }

    private static void build(
            DefaultCamelContext context, RouteDefinition route, Generation generation, Problems problems) {
        RouteFile file = generation.routes().get(route.getRouteId());
        if (file == null) {
            return;
        }
        try {
            new RouteReifier(context, route).createRoute();
        } catch (RuntimeException e) {
            problems.error(file.place(), "Camel cannot build route '" + file.id() + "': " + reason(e));
        }
    }

    private static String reason(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        String text = message == null ? root.getClass().getSimpleName() : message;
        return text.lines().findFirst().orElse(text);
    }

    private static int line(Throwable error) {
        Matcher matcher = LINE.matcher(String.valueOf(error.getMessage()));
        if (!matcher.find()) {
            return 1;
        }
        String line = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Integer.parseInt(line);
    }
}
