package dev.serai.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyConfiguration;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.jspecify.annotations.Nullable;

/** Camel's own meters of each route, with the 99th percentile; at route level only, or mailboxes would flood them. */
final class RouteMeters {
    private static final String TIMER = "camel.route.policy";
    private static final double P99 = 0.99;

    private final MeterRegistry meters;

    private RouteMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** To be called before any route is added. */
    static RouteMeters install(CamelContext context, MeterRegistry meters) {
        MicrometerRoutePolicyConfiguration configuration = new MicrometerRoutePolicyConfiguration();
        configuration.setContextEnabled(false);
        configuration.setTimerInitiator(timer -> timer.publishPercentiles(P99));
        MicrometerRoutePolicyFactory factory = new MicrometerRoutePolicyFactory();
        factory.setMeterRegistry(meters);
        factory.setPolicyConfiguration(configuration);
        factory.setCamelContext(context);
        context.addRoutePolicyFactory(factory);
        return new RouteMeters(meters);
    }

    /** In milliseconds; null while nothing was measured. */
    @Nullable
    Double p99(String routeId) {
        Timer timer = meters.find(TIMER).tag("routeId", routeId).timer();
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
}
