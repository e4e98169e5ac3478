package dev.serai.point;

import dev.serai.document.Document;
import dev.serai.document.Response;
import dev.serai.interaction.InteractionId;
import dev.serai.operation.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a document: one result for each operation, in order.
 *
 * @param document what was asked
 */
public record Fate(Document document, List<Result> results) {

    public Fate {
        results = List.copyOf(results);
    }

    /**
     * What became of one operation.
     *
     * @param response what is answered
     * @param born the interaction that was made just now; null when none was
     * @param made whether an interaction was made, just now or when the same delivery came first
     * @param replayed whether it had been done or refused before, under the same delivery key
     */
    public record Result(Response response, @Nullable InteractionId born, boolean made, boolean replayed) {

        /** What was done or refused just now. */
        static Result now(Response response, @Nullable InteractionId born) {
            return new Result(response, born, born != null, false);
        }
    }

    /** Whether every operation was done. */
    public boolean allApplied() {
        return results.stream().noneMatch(result -> result.response().isError());
    }

    /** Whether the whole is a repeat. */
    public boolean replayed() {
        return results.stream().allMatch(Result::replayed);
    }

    /** Why the document as a whole could not be read; null when it could. */
    public @Nullable Refusal fault() {
        return document.fault();
    }

    /** The interactions that were made just now. */
    public List<InteractionId> born() {
        return results.stream().map(Result::born).filter(Objects::nonNull).toList();
    }

    /** Whether the first operation made an interaction, just now or when the same delivery came first. */
    public boolean made() {
        return results.get(0).made();
    }

    /** Why operations were refused: a sentence each, with its number where there are several. */
    public List<String> reasons() {
        return IntStream.range(0, results.size())
                .filter(at -> results.get(at).response().isError())
                .mapToObj(at -> (results.size() == 1 ? "" : "operation " + (at + 1) + ": ")
                        + results.get(at).response().description())
                .toList();
    }

    /** All that is answered, as one document in the form that was asked in. */
    public String answer() {
        List<Response> responses = results.stream().map(Result::response).toList();
        return document.many()
                ? Response.write(responses, document.form())
                : responses.get(0).write(document.form());
    }
}
