package dev.serai.rest;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The requests that are being answered, by what their callers showed: long ones must not outlive it.
 *
 * @param <K> what tells a key or a token
 */
final class OpenCalls<K> {
    private final Map<K, Set<RoutingContext>> open = new ConcurrentHashMap<>();

    void begin(K key, RoutingContext routing) {
        open.compute(key, (same, calls) -> {
            Set<RoutingContext> all = calls == null ? ConcurrentHashMap.newKeySet() : calls;
            all.add(routing);
            return all;
        });
        routing.addEndHandler(ended -> end(key, routing));
    }

    private void end(K key, RoutingContext routing) {
        open.computeIfPresent(key, (same, calls) -> {
            calls.remove(routing);
            return calls.isEmpty() ? null : calls;
        });
    }

    /** Over HTTP/2 the others of the connection may be somebody else's. */
    private static void cutOff(RoutingContext routing) {
        if (routing.request().version() == HttpVersion.HTTP_2) {
            routing.response().reset();
        } else {
            routing.request().connection().close();
        }
    }

    /** How many there are. */
    int size() {
        return open.values().stream().mapToInt(Set::size).sum();
    }

    /** Cuts off those whose key or token is good no more. */
    void cutOff(Predicate<K> good) {
        open.forEach((key, calls) -> {
            if (!good.test(key)) {
                calls.forEach(OpenCalls::cutOff);
            }
        });
    }
}
