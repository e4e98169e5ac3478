package dev.serai.rest;

import dev.serai.interaction.CleanText;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Remembers for each route what failed last, since Camel itself keeps only when. */
final class RouteFailures extends EventNotifierSupport {
    private static final int LONGEST = 300;

    private final Clock clock;
    private final Map<String, Failure> last = new ConcurrentHashMap<>();

    /** When, and the failure's own words on one line. */
    record Failure(Instant at, String reason) {}

    RouteFailures(Clock clock) {
        this.clock = clock;
        setIgnoreCamelContextEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
        setIgnoreExchangeCreatedEvent(true);
        setIgnoreExchangeCompletedEvent(true);
        setIgnoreExchangeSendingEvents(true);
        setIgnoreExchangeSentEvents(true);
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof CamelEvent.ExchangeEvent failed
                && (event instanceof CamelEvent.ExchangeFailedEvent
                        || event instanceof CamelEvent.ExchangeFailureHandledEvent)) {
            remember(failed.getExchange());
        }
    }

    Optional<Failure> of(String routeId) {
        return Optional.ofNullable(last.get(routeId));
    }

    void keepOnly(Set<String> routeIds) {
        last.keySet().retainAll(routeIds);
    }

    private void remember(Exchange exchange) {
        String route = exchange.getFromRouteId();
        Exception cause = exchange.getException() == null
                ? exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)
                : exchange.getException();
        if (route != null && cause != null) {
            last.put(route, new Failure(clock.instant(), words(cause)));
        }
    }

    private static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        String line = CleanText.of(message.strip().split("\\R", 2)[0]);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
