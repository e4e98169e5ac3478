package dev.serai.rest;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.support.PluginHelper;

/** Whatever the port answers, as the router and the REST registry know it. */
final class Served {
    private static final String ID = "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
    /** What is answered without a key. */
    static final Set<String> OPEN = Set.of(
            "GET /observe/health/live",
            "GET /observe/health/ready",
            "POST /api/v1/webforms/x1",
            "OPTIONS /api/v1/webforms/x1",
            "GET /api/v1/webforms/x1/token",
            "OPTIONS /api/v1/webforms/x1/token");

    private Served() {}

    /** Whether anybody may ask that. */
    static boolean isOpen(String method, String path) {
        return OPEN.contains(method + " " + path.replaceAll("(\\?.*|/)$", ""));
    }

    /** `METHOD /path` of all that is served. */
    static Set<String> by(RestHub hub) {
        Set<String> all = new LinkedHashSet<>();
        for (Route route : hub.router().getRoutes()) {
            if (route.getPath() != null) {
                Set<HttpMethod> methods = route.methods() == null ? Set.of(HttpMethod.GET) : route.methods();
                methods.forEach(method -> all.add(method + " " + filled(route.getPath())));
            }
        }
        PluginHelper.getRestRegistry(hub.context())
                .listAllRestServices()
                .forEach(service -> all.add(service.getMethod().toUpperCase(java.util.Locale.ROOT) + " "
                        + filled(service.getBasePath()
                                + (service.getUriTemplate() == null ? "" : service.getUriTemplate()))));
        return all;
    }

    private static String filled(String template) {
        return template.replaceAll("(:id|\\{id})", ID)
                .replaceAll(":[a-zA-Z]+|\\{[a-zA-Z]+}", "x1")
                .replace("*", "")
                .replaceAll("(.)/$", "$1");
    }

    /** The ways in which somebody could try to get past a guard that looks at one way of writing only. */
    static List<String> spellings(String path) {
        List<String> all = new ArrayList<>(List.of(
                path,
                path + "/",
                "/" + path,
                path + "/.",
                path + ".",
                path + "//",
                path + "?x=1",
                path + "%2f",
                path + "%00",
                path + ";x=1",
                path.toUpperCase(java.util.Locale.ROOT),
                "/observe/health/live/.." + path,
                "/api/v1/../.." + path,
                "/observe/health/live/..%2f.." + path,
                "/%2e%2e" + path,
                path + "/../" + path.substring(path.lastIndexOf('/') + 1)));
        int letter = path.lastIndexOf('/') + 1;
        if (letter < path.length()) {
            all.add(path.substring(0, letter) + "%" + Integer.toHexString(path.charAt(letter))
                    + path.substring(letter + 1));
        }
        return all;
    }
}
