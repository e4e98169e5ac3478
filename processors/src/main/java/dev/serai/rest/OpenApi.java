package dev.serai.rest;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RestConfiguration;

/** How Camel serves the REST files and what it says of them in OpenAPI. */
final class OpenApi {
    static final String PATH = ApiRequest.ROOT + "/openapi.json";

    private OpenApi() {}

    static void configure(CamelContext context, String host, int port, String version) {
        RestConfiguration rest = new RestConfiguration();
        rest.setComponent("platform-http");
        rest.setHost(host);
        rest.setPort(port);
        rest.setInlineRoutes(false);
        rest.setBindingMode(RestConfiguration.RestBindingMode.off);
        rest.setApiContextPath(PATH);
        rest.setApiContextRouteId("api-openapi");
        rest.setApiProperties(Map.of(
                "api.title",
                "Serai",
                "api.version",
                version,
                "api.description",
                "Interactions: submitted, found, pulled under a lease, answered; and the hub itself watched. Every POST"
                        + " takes an Idempotency-Key; errors are problem documents (RFC 9457).",
                "openapi.version",
                "3.0.1"));
        context.setRestConfiguration(rest);
    }
}
