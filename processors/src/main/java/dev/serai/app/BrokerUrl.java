package dev.serai.app;

/** What of a broker's URL the hub completes. */
final class BrokerUrl {
    private static final String FAILOVER = "failover:";
    /** Tries each broker once, then says so: everything in the hub that uses a connection makes a new one by itself. */
    private static final String ONCE = "startupMaxReconnectAttempts=1&maxReconnectAttempts=0";

    private BrokerUrl() {}

    /** The URL; one of failover that says nothing of reconnecting would wait for ever in silence. */
    static String impatient(String url) {
        boolean decided = url.contains("econnectAttempts=");
        if (!url.startsWith(FAILOVER) || decided) {
            return url;
        }
        int options = url.indexOf('?', url.lastIndexOf(')') + 1);
        return url + (options < 0 ? "?" : "&") + ONCE;
    }
}
