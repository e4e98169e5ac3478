package dev.serai.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.serai.interaction.Interaction;
import dev.serai.operation.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer to an operation, or one piece of news about an interaction.
 *
 * @param operation submitted, changed, stopped, held, resumed, info, pong or error; news have further words
 * @param reference the interaction
 * @param properties what it is now, by the names of the JSON form, JSON scalars, times as RFC 3339
 * @param changed properties that have another value now
 * @param deleted properties that are there no more
 * @param code of an error: a stable word, kebab
 * @param description of an error: a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Response(
        String operation,
        Reference reference,
        Map<String, Object> properties,
        @Nullable Map<String, Object> changed,
        @Nullable List<String> deleted,
        @Nullable String code,
        @Nullable String description) {
    /** Characters of an interaction's text that are told, from its beginning. */
    public static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_SENTENCE = 1000;

    /** An answer about an interaction, with what it is now. */
    public static Response of(String operation, Interaction now) {
        return new Response(operation, referenceTo(now), Properties.brief(now), null, null, null, null);
    }

    /** Everything about an interaction; of a long text the beginning. */
    public static Response info(Interaction now) {
        return new Response("info", referenceTo(now), Properties.all(now), null, null, null, null);
    }

    /** What is different now. */
    public static Response changed(Interaction before, Interaction now) {
        Difference difference = Difference.between(before, now);
        return changed(now, difference.changed(), difference.deleted());
    }

    /** What is different now, by the names of the JSON form. */
    public static Response changed(Interaction now, Map<String, Object> changed, List<String> deleted) {
        return new Response("changed", referenceTo(now), Properties.brief(now), changed, deleted, null, null);
    }

    /** The hub is there. */
    public static Response pong() {
        return new Response("pong", Reference.NONE, Map.of(), null, null, null, null);
    }

    /** Nothing was done, and why. */
    public static Response error(Reference asked, Refusal refusal) {
        return new Response("error", asked, Map.of(), null, null, refusal.code().word(), cut(refusal.detail()));
    }

    /** A sentence that quotes what somebody wrote, at a length that can be answered with. */
    static String cut(String sentence) {
        return sentence.length() > LONGEST_SENTENCE ? sentence.substring(0, LONGEST_SENTENCE) + "…" : sentence;
    }

    /** Whether it says that nothing was done. */
    public boolean isError() {
        return code != null;
    }

    /** As a document of its own. */
    public String write(Form form) {
        return form == Form.XML ? XmlAnswer.write(List.of(this), false) : JsonAnswer.write(this);
    }

    /** Several in one document: a JSON array, or XML with a root that holds them. */
    public static String write(List<Response> responses, Form form) {
        return form == Form.XML ? XmlAnswer.write(responses, true) : JsonAnswer.write(responses);
    }

    private static Reference referenceTo(Interaction interaction) {
        return new Reference(interaction.id().value(), interaction.origin().externalId(), interaction.tenant());
    }
}
