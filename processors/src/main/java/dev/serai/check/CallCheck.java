package dev.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.serai.call.Headers;
import dev.serai.call.UrlTemplate;
import dev.serai.files.Entries;
import dev.serai.files.Generation;
import dev.serai.files.Problems;
import dev.serai.files.StepDefinition;
import dev.serai.files.Units;
import java.util.function.Consumer;

/** Checks the steps that ask services: address, headers, what is sent and what is taken of the answer. */
final class CallCheck implements Check {
    private static final long LARGEST = 4L << 20;

    private final Catalog catalog;

    CallCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void check(Generation generation, Problems problems) {
        generation.steps().values().stream()
                .filter(step -> step.kamelet().equals("call-action"))
                .forEach(step -> step(step, problems));
    }

    private void step(StepDefinition step, Problems problems) {
        OutsideCheck.bounds(step, catalog, problems);
        read(step, "url", problems, text -> url(step, text, problems));
        read(
                step,
                "headers",
                problems,
                text -> OutsideCheck.simple(step, "headers", Headers.of(text).values(), catalog, problems));
        OutsideCheck.entries(step, "body", catalog, problems);
        read(step, "attach", problems, text -> Entries.of(text).values().forEach(JsonPointer::compile));
        read(step, "maxResponse", problems, CallCheck::size);
        if (step.find("body").isPresent() && step.find("method").orElse("").equals("GET")) {
            ActionCheck.error(step, "body", "a GET has none; set the method to POST, PUT or PATCH", problems);
        }
    }

    private static void read(StepDefinition step, String key, Problems problems, Consumer<String> reader) {
        step.find(key).filter(text -> !OutsideCheck.isOpen(text)).ifPresent(text -> {
            try {
                reader.accept(text);
            } catch (IllegalArgumentException wrong) {
                ActionCheck.error(step, key, String.valueOf(wrong.getMessage()), problems);
            }
        });
    }

    private void url(StepDefinition step, String text, Problems problems) {
        UrlTemplate url = UrlTemplate.of(text);
        OutsideCheck.simple(step, "url", url.expressions(), catalog, problems);
        if (url.isUnprotected()) {
            problems.warning(
                    step.places().of("url"),
                    "step '" + step.id() + "' asks " + url.server()
                            + " over http: everybody on the way can read it; use https");
        }
    }

    private static void size(String text) {
        if (Units.size(text) > LARGEST) {
            throw new IllegalArgumentException(text + " is more than 4MB");
        }
    }
}
