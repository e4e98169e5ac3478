package dev.serai.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.EndpointAware;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.component.kamelet.KameletEndpoint;

/**
 * Stops and removes routes together with what kamelets made for them: Camel stops the route that calls a kamelet and
 * leaves the one that the kamelet made, a mailbox's for instance, running.
 */
public final class RouteRemoval {
    private RouteRemoval() {}

    /** Stops a route with the source that a kamelet made for it; started again by {@link #start}. */
    public static void stop(CamelContext context, String id) throws Exception {
        Route route = context.getRoute(id);
        if (route != null && route.getEndpoint() instanceof KameletEndpoint source) {
            context.getRouteController().stopRoute(source.getRouteId());
        }
        context.getRouteController().stopRoute(id);
    }

    /** Starts what {@link #stop} stopped. */
    public static void start(CamelContext context, String id) throws Exception {
        context.getRouteController().startRoute(id);
        Route route = context.getRoute(id);
        if (route != null && route.getEndpoint() instanceof KameletEndpoint source) {
            context.getRouteController().startRoute(source.getRouteId());
        }
    }

    /** Stops and removes a route, and whatever kamelets made that no other route calls. */
    static void remove(CamelContext context, String id) throws Exception {
        Route route = context.getRoute(id);
        if (route == null) {
            return;
        }
        stop(context, id);
        Endpoint source = route.getEndpoint();
        context.removeRoute(id);
        if (source instanceof KameletEndpoint kamelet) {
            removeInner(context, kamelet);
        }
        while (removeUncalled(context)) {
            // what was removed may have been the last to call another
        }
    }

    private static boolean removeUncalled(CamelContext context) throws Exception {
        Set<Endpoint> called = called(context);
        List<KameletEndpoint> uncalled = new ArrayList<>();
        for (Endpoint endpoint : context.getEndpointRegistry().getReadOnlyValues()) {
            if (endpoint instanceof KameletEndpoint kamelet
                    && context.getRoute(kamelet.getRouteId()) != null
                    && !called.contains(endpoint)) {
                uncalled.add(kamelet);
            }
        }
        for (KameletEndpoint kamelet : uncalled) {
            removeInner(context, kamelet);
        }
        return !uncalled.isEmpty();
    }

    private static void removeInner(CamelContext context, KameletEndpoint kamelet) throws Exception {
        String inner = kamelet.getRouteId();
        Route route = context.getRoute(inner);
        if (route != null) {
            Endpoint source = route.getEndpoint();
            context.getRouteController().stopRoute(inner);
            context.removeRoute(inner);
            context.removeEndpoint(source);
        }
        context.removeEndpoint(kamelet);
    }

    /** The endpoints that any route reads from or sends to. */
    private static Set<Endpoint> called(CamelContext context) {
        Set<Endpoint> called = new HashSet<>();
        for (Route route : context.getRoutes()) {
            called.add(route.getEndpoint());
            for (Processor step : route.filter("*")) {
                if (step instanceof EndpointAware aware && aware.getEndpoint() != null) {
                    called.add(aware.getEndpoint());
                }
            }
        }
        return called;
    }
}
