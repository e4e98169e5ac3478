package dev.serai.point;

import dev.serai.document.Request;
import dev.serai.document.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What doing a request, and answering it, takes of a transaction. */
final class RequestSize {
    private static final long LEAST = 4096;

    private RequestSize() {}

    /** Bytes, roughly. */
    static long of(Request request) {
        if (request instanceof Request.Submit submit) {
            return LEAST + size(submit.submit().text()) + size(submit.submit().userData());
        }
        if (request instanceof Request.Update update) {
            return LEAST + 3 * size(update.change().userData());
        }
        return request instanceof Request.GetInfo ? LEAST + 2 * Response.LONGEST_TEXT : LEAST;
    }

    private static long size(Map<String, ? extends @Nullable Object> userData) {
        return userData.entrySet().stream()
                .mapToLong(one -> one.getKey().length() + size(one.getValue() instanceof String text ? text : null))
                .sum();
    }

    private static long size(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
