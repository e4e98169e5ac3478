package dev.serai.rest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicy;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyConfiguration;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.spi.RoutePolicy;
import org.jspecify.annotations.Nullable;

/** Camel's own meters of each route, with the 99th percentile; at route level only, or mailboxes would flood them. */
final class RouteMeters {
    private static final String TIMER = "camel.route.policy";
    private static final String ROUTE = "routeId";
    private static final double P99 = 0.99;

    private final MeterRegistry meters;

    RouteMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** To be called before any route is added. */
    void install(CamelContext context) {
        install(context, new MicrometerRoutePolicyFactory());
    }

    /** The same with meters that outlive the context, for the next one goes on with them. */
    void installKept(CamelContext context) {
        install(context, new KeptMeters());
    }

    private void install(CamelContext context, MicrometerRoutePolicyFactory factory) {
        factory.setMeterRegistry(meters);
        factory.setPolicyConfiguration(configuration());
        factory.setCamelContext(context);
        context.addRoutePolicyFactory(factory);
    }

    private static MicrometerRoutePolicyConfiguration configuration() {
        MicrometerRoutePolicyConfiguration configuration = new MicrometerRoutePolicyConfiguration();
        configuration.setContextEnabled(false);
        configuration.setTimerInitiator(timer -> timer.publishPercentiles(P99));
        return configuration;
    }

    /** Removes the meters of routes that are no more. */
    void keepOnly(Set<String> routeIds) {
        for (Meter meter : meters.getMeters()) {
            String id = meter.getId().getTag(ROUTE);
            String strategy = meter.getId().getTag("strategy");
            if (strategy != null && strategy.startsWith("strategy-") && !routeIds.contains(strategy)) {
                meters.remove(meter);
            }
            if (id != null && meter.getId().getName().startsWith("camel.") && !id.isEmpty() && !routeIds.contains(id)) {
                meters.remove(meter);
            }
        }
    }

    long count(String name, String routeId) {
        Counter counter = meters.find(name).tag(ROUTE, routeId).counter();
        return counter == null ? 0 : (long) counter.count();
    }

    long meanMillis(String routeId) {
        Timer timer = meters.find(TIMER).tag(ROUTE, routeId).timer();
        return timer == null ? 0 : Math.round(timer.mean(TimeUnit.MILLISECONDS));
    }

    /** In milliseconds; null while nothing was measured. */
    @Nullable
    Double p99(String routeId) {
        Timer timer = meters.find(TIMER).tag(ROUTE, routeId).timer();
        if (timer == null || timer.count() == 0) {
            return null;
        }
        for (var value : timer.takeSnapshot().percentileValues()) {
            if (value.percentile() == P99) {
                return round(value.value(TimeUnit.MILLISECONDS));
            }
        }
        return null;
    }

    private static double round(double millis) {
        return Math.round(millis * 10) / 10.0;
    }

    /** Camel would remove a route's meters with the route. */
    private static final class KeptMeters extends MicrometerRoutePolicyFactory {
        @Override
        public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
            MicrometerRoutePolicy policy = new MicrometerRoutePolicy(this) {
                @Override
                public void onRemove(Route removed) {
                    // the next generation's route of that id goes on counting
                }
            };
            policy.setMeterRegistry(getMeterRegistry());
            policy.setConfiguration(getPolicyConfiguration());
            return policy;
        }
    }
}
