package dev.serai.live;

import dev.serai.files.CamelResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.camel.model.BeanFactoryDefinition;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;

/**
 * What one file gave to a Camel context, so that all of it can be taken back: Camel knows a route again by its id, but not
 * the file that a route configuration, a template or a bean came with.
 */
final class Loaded {
    private final ModelCamelContext context;
    private final List<Object> given;

    private Loaded(ModelCamelContext context, List<Object> given) {
        this.context = context;
        this.given = given;
    }

    /** @throws RefusedException when Camel refuses the file; nothing of it is left in the context then */
    static Loaded load(ModelCamelContext context, CamelResource resource) throws RefusedException {
        Set<Object> before = Collections.newSetFromMap(new IdentityHashMap<>());
        kinds(context).forEach(before::addAll);
        try {
            Loading.load(context, resource);
            return new Loaded(context, since(before, context));
        } catch (RefusedException refused) {
            undo(new Loaded(context, since(before, context)), refused);
            throw refused;
        }
    }

    private static void undo(Loaded part, RefusedException refused) {
        try {
            part.takeBack();
        } catch (Exception failure) {
            refused.addSuppressed(failure);
        }
    }

    /** Stops and forgets all that the file gave. */
    void takeBack() throws Exception {
        for (Object one : given) {
            if (one instanceof RouteDefinition route && !isInside(route)) {
                RouteRemoval.remove(context, route.getRouteId());
            } else if (one instanceof BeanFactoryDefinition<?> bean) {
                context.getRegistry().unbind(bean.getName());
            }
        }
        for (Collection<?> kind : kinds(context)) {
            kind.removeIf(one -> given.stream().anyMatch(mine -> mine == one && !isInside(mine)));
        }
    }

    /** What a kamelet made belongs to all routes that call it; it goes with the last of them. */
    private static boolean isInside(Object one) {
        return one instanceof RouteDefinition route && Boolean.TRUE.equals(route.isKamelet());
    }

    private static List<Object> since(Set<Object> before, ModelCamelContext context) {
        List<Object> fresh = new ArrayList<>();
        kinds(context)
                .forEach(kind ->
                        kind.stream().filter(one -> !before.contains(one)).forEach(fresh::add));
        return fresh;
    }

    /** Camel's own lists, not copies of them. */
    private static List<Collection<?>> kinds(ModelCamelContext context) {
        return List.of(
                context.getRouteDefinitions(),
                context.getRouteConfigurationDefinitions(),
                context.getRouteTemplateDefinitions(),
                context.getRestDefinitions(),
                context.getCustomBeans());
    }
}
