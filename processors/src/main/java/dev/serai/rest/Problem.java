package dev.serai.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.serai.interaction.Json;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import dev.serai.store.StoreException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A problem document (RFC 9457). Never holds a stack trace or the words of an exception nobody foresaw. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, String code, String requestId, List<?> errors) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    static Problem of(ProblemCode code, String detail, String requestId, List<?> faults) {
        return new Problem(
                "about:blank#" + code.word(), code.title(), code.status(), detail, code.word(), requestId, faults);
    }

    static Problem of(Refusal refusal, String requestId) {
        return of(ProblemCode.of(refusal.code()), refusal.detail(), requestId, refusal.faults());
    }

    /** What a failure is to a client; what nobody foresaw is logged under the request's id. */
    static Problem of(Throwable failure, String requestId) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof RefusedException refused) {
            return of(refused.refusal(), requestId);
        }
        if (cause instanceof ApiException known) {
            String detail = known.getMessage() == null ? known.code().title() : known.getMessage();
            return of(known.code(), detail, requestId, known.errors());
        }
        if (cause instanceof StoreException.Unavailable) {
            return of(
                    ProblemCode.UNAVAILABLE,
                    "the database is not available right now; try again, with the same Idempotency-Key where there is one",
                    requestId,
                    List.of());
        }
        LOG.error("request failed requestId={}", requestId, cause);
        return of(
                ProblemCode.INTERNAL,
                "the hub failed on this request; its log says why under requestId " + requestId,
                requestId,
                List.of());
    }

    ApiResponse response() {
        ApiResponse response = ApiResponse.of(status, MEDIA_TYPE, Json.write(this));
        return status == ProblemCode.UNAVAILABLE.status() || status == ProblemCode.OVERLOADED.status()
                ? response.with("Retry-After", "5")
                : response;
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
