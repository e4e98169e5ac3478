package dev.serai.strategy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.call.CallAnswer;
import dev.serai.call.CallRequest;
import dev.serai.call.HeaderValue;
import dev.serai.call.Headers;
import dev.serai.call.UrlTemplate;
import dev.serai.dependency.Dependency.Refused;
import dev.serai.dependency.Unavailable;
import dev.serai.files.Entries;
import dev.serai.files.StepDefinition;
import dev.serai.files.Units;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;

/** Asks a service over HTTP with JSON; fields of its answer become user data. */
final class CallAction extends OutsideAction<CallAnswer> {
    private static final String RESPONSE = "response";

    @Override
    CallAnswer ask(Step step) throws Unavailable, Refused, Outside.NotAsked {
        StepDefinition written = step.definition();
        UrlTemplate url = UrlTemplate.of(written.get("url"));
        CallRequest request = new CallRequest(
                written.get("method"),
                url.fill(step::simple),
                headers(step),
                CallBody.of(step),
                deadline(written),
                Units.size(written.get("maxResponse")),
                written.find("trustStore").map(Path::of));
        return step.run()
                .playbook()
                .outside()
                .call(written, new Outside.CallQuestion(url.server(), request, breaker(written)));
    }

    private static Map<String, HeaderValue> headers(Step step) throws Refused {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        headers.put("Accept", HeaderValue.of("application/json"));
        headers.put("User-Agent", HeaderValue.of("serai"));
        if (step.definition().find("body").isPresent()) {
            headers.put("Content-Type", HeaderValue.of("application/json"));
        }
        headers.putAll(Headers.of(step.definition().find("headers").orElse("")).fill(step::filled));
        headers.put("Idempotency-Key", HeaderValue.of(key(step)));
        return headers;
    }

    /** The same for every try of this step at this placement, another for each time that one run comes by. */
    private static String key(Step step) {
        StrategyRun run = step.run();
        String key = step.definition().key();
        String name = run.interaction().id() + " "
                + run.interaction().standing().placement() + " " + key + " " + run.asked(key);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    void answered(Step step, CallAnswer answer) throws Refused {
        Optional<String> fields = step.definition().find("attach");
        JsonNode body = answer.body().isBlank() ? Json.MAPPER.createObjectNode() : json(answer);
        step.exchange().setVariable(FOUND, !body.isEmpty() || body.isValueNode());
        step.exchange().setVariable(RESPONSE, Json.MAPPER.convertValue(body, Object.class));
        StringJoiner told = new StringJoiner(", ");
        for (Map.Entry<String, String> field : Entries.of(fields.orElse("")).entrySet()) {
            JsonNode value = body.at(JsonPointer.compile(field.getValue()));
            if (value.isValueNode() && !value.isNull()) {
                Object plain = Scalars.plain(Json.MAPPER.convertValue(value, Object.class));
                step.run().attach(field.getKey(), plain);
                told.add(field.getKey() + " = " + plain);
            }
        }
        step.did("answered " + answer.status() + (told.length() == 0 ? "" : "; " + told));
    }

    private static JsonNode json(CallAnswer answer) throws Refused {
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (IOException notJson) {
            throw new Refused("the answer is not JSON");
        }
    }

    @Override
    String key(Step step, String name) {
        return name;
    }
}
