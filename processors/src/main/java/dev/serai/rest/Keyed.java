package dev.serai.rest;

import dev.serai.operation.Answers;
import dev.serai.operation.DeliveryKey;
import dev.serai.operation.Idempotent;
import dev.serai.operation.Operations;
import dev.serai.operation.Outcome;
import dev.serai.store.Ahead;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a POST once per Idempotency-Key: the answer is kept whole in the transaction of its effect. */
final class Keyed {
    static final String HEADER = "Idempotency-Key";

    private final Operations operations;
    private final Store store;

    Keyed(Operations operations, Store store) {
        this.operations = operations;
        this.store = store;
    }

    /** Applies an operation; its value becomes the answer. */
    <T> ApiResponse run(ApiRequest request, Unit<Outcome<T>> operation, Function<T, ApiResponse> answer) {
        return joined(later(request, operation, answer));
    }

    /** As {@link #run}, completing after the commit. */
    <T> CompletableFuture<ApiResponse> later(
            ApiRequest request, Unit<Outcome<T>> operation, Function<T, ApiResponse> answer) {
        return once(request.caller(), key(request), new Answering<>(operation, answer), KeptResponse.ANSWERS);
    }

    /** As {@link #run} for a request whose bytes say more than it means. */
    <T> ApiResponse run(
            ApiRequest request, String digest, Unit<Outcome<T>> operation, Function<T, ApiResponse> answer) {
        return joined(
                once(request.caller(), key(request, digest), new Answering<>(operation, answer), KeptResponse.ANSWERS));
    }

    /** How a request was answered when it came before: for what cannot even be prepared once it was done. */
    Optional<ApiResponse> repeated(ApiRequest request) {
        DeliveryKey key = key(request);
        return key == null || !isKnown(key)
                ? Optional.empty()
                : Optional.of(run(
                        request,
                        (Unit<Outcome<ApiResponse>>) tx -> {
                            throw new IllegalStateException("the answer that was kept is gone");
                        },
                        answer -> answer));
    }

    private boolean isKnown(DeliveryKey key) {
        return store.read(tx -> tx.deliveries().load(key.tenant(), key.point(), key.key()))
                .isPresent();
    }

    static ApiResponse joined(CompletableFuture<ApiResponse> later) {
        return later.join();
    }

    /**
     * Runs an effect outside the database, which does no harm when it is repeated; the answer is kept after it.
     */
    ApiResponse runOutside(ApiRequest request, Supplier<ApiResponse> effect) {
        return runOutside(request, effect, tx -> {});
    }

    /** As {@link #runOutside(ApiRequest, Supplier)}; what was done is told in the transaction that keeps the answer. */
    ApiResponse runOutside(ApiRequest request, Supplier<ApiResponse> effect, Consumer<Tx> tell) {
        DeliveryKey key = key(request);
        boolean known = key != null && isKnown(key);
        ApiResponse answer = known ? ApiResponse.json(Map.of()) : effect.get();
        Unit<Outcome<ApiResponse>> told = tx -> {
            tell.accept(tx);
            return Outcome.done(answer);
        };
        return joined(once(request.caller(), key, told, KeptResponse.SHORT));
    }

    private CompletableFuture<ApiResponse> once(
            Caller caller,
            @Nullable DeliveryKey key,
            Unit<Outcome<ApiResponse>> answering,
            Answers<ApiResponse> answers) {
        Unit<Outcome<ApiResponse>> unit = key == null ? answering : new Idempotent<>(answering, key, answers);
        return operations.run(Acting.of(caller, unit)).thenApply(Keyed::answered);
    }

    private static ApiResponse answered(Outcome<ApiResponse> outcome) {
        ApiResponse response = outcome.orThrow();
        boolean replayed = outcome instanceof Outcome.Done<ApiResponse> done && done.replayed();
        return replayed ? response.with("Idempotent-Replayed", "true") : response;
    }

    /** The key of a request; null when the client gave none. */
    static @Nullable DeliveryKey key(ApiRequest request) {
        return key(request, request.content().sha256());
    }

    private static @Nullable DeliveryKey key(ApiRequest request, String digest) {
        String key = request.header(HEADER);
        return key == null
                ? null
                : DeliveryKey.of(
                        request.realm().rows(),
                        request.caller().deliveries(),
                        key,
                        request.method(),
                        String.join("/", request.path()),
                        request.mediaType(),
                        digest);
    }

    private record Answering<T>(Unit<Outcome<T>> operation, Function<T, ApiResponse> answer)
            implements Unit<Outcome<ApiResponse>> {
        @Override
        public long bytes() {
            return operation.bytes();
        }

        @Override
        public void announce(Ahead ahead) {
            operation.announce(ahead);
        }

        @Override
        public Outcome<ApiResponse> apply(Tx tx) {
            return operation.apply(tx).map(answer);
        }
    }
}
