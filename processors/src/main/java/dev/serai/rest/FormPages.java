package dev.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.files.WebformDefinition.Pages;
import dev.serai.interaction.Json;
import dev.serai.store.RawContent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a browser is answered that posted without a script: sent on to a page of the site, or shown a plain one. Its body is
 * the answer that programs get, in words.
 */
record FormPages(Pages pages) implements UnaryOperator<ApiResponse> {
    /** No page of the site's may seem to be the answer to a post that came from elsewhere. */
    private static final Set<Integer> HERE = Set.of(403, 404);

    private static final String STYLE =
            "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1.25rem;color:#1b1f24;background:#fff}"
                    + "h1{font-size:1.6rem;line-height:1.2}li{margin:.25rem 0}.small{color:#57606a;font-size:.95rem}"
                    + "@media(prefers-color-scheme:dark){body{background:#14171a;color:#e6e8ea}.small{color:#a8b0b8}}";

    private static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(RawContent.digest().digest(STYLE.getBytes(StandardCharsets.UTF_8)))
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    @Override
    public ApiResponse apply(ApiResponse answer) {
        JsonNode said = said(answer);
        boolean taken = answer.status() < 300;
        Optional<String> page = taken ? pages.thanks() : pages.failed().map(url -> with(url, said));
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        if (page.isPresent() && !HERE.contains(answer.status())) {
            headers.remove("Content-Type");
            headers.put("Location", page.get());
            return new ApiResponse(303, headers, "");
        }
        headers.put("Content-Type", "text/html; charset=utf-8");
        headers.put("Content-Security-Policy", POLICY);
        return new ApiResponse(answer.status(), headers, taken ? thanks(said) : failed(said));
    }

    private static JsonNode said(ApiResponse answer) {
        String body = answer.body().toString();
        return body.startsWith("{") ? Json.read(body, JsonNode.class) : Json.MAPPER.createObjectNode();
    }

    /** Names of fields and the code only: nothing that the visitor wrote gets into an address. */
    private static String with(String url, JsonNode problem) {
        List<String> fields = new ArrayList<>();
        problem.path("errors").forEach(error -> fields.add(field(error)));
        return url + (url.contains("?") ? "&" : "?") + "code="
                + problem.path("code").asText() + "&fields="
                + URLEncoder.encode(String.join(",", fields), StandardCharsets.UTF_8);
    }

    private static String field(JsonNode error) {
        return error.path("pointer")
                .asText()
                .replaceFirst("^/", "")
                .replace("~1", "/")
                .replace("~0", "~");
    }

    private static String thanks(JsonNode answer) {
        return page(
                "Thank you",
                "<p>Your message has reached us.</p><p class=\"small\">Reference: "
                        + escaped(answer.path("reference").asText()) + "</p>");
    }

    private static String failed(JsonNode problem) {
        StringBuilder why = new StringBuilder();
        problem.path("errors")
                .forEach(error -> why.append("<li>")
                        .append(escaped(
                                (field(error) + " " + error.path("detail").asText()).strip()))
                        .append("</li>"));
        String reasons =
                why.isEmpty() ? "<p>" + escaped(problem.path("detail").asText()) + "</p>" : "<ul>" + why + "</ul>";
        return page(
                "Your message was not sent",
                reasons + "<p>Go back with your browser: what you wrote is still there.</p>");
    }

    private static String page(String title, String body) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><style>" + STYLE
                + "</style></head><body><main><h1>" + title + "</h1>" + body + "</main></body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
