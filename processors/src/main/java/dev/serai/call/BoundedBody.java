package dev.serai.call;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of an answer up to a size; the rest is not read, nor anything of an answer other than 2xx. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final long most;
    private final boolean wanted;
    private Flow.@Nullable Subscription subscription;
    private long taken;

    /** There was more. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    BoundedBody(long most, int status) {
        this.most = most;
        this.wanted = status >= 200 && status < 300;
        var unused = bytes.getBody().whenComplete((whole, failure) -> {
            if (failure == null) {
                body.complete(whole);
            } else {
                body.completeExceptionally(failure);
            }
        });
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription upstream) {
        subscription = upstream;
        if (wanted) {
            bytes.onSubscribe(upstream);
        } else {
            body.complete(new byte[0]);
            upstream.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        taken += item.stream().mapToLong(ByteBuffer::remaining).sum();
        if (taken > most && subscription != null) {
            subscription.cancel();
            body.completeExceptionally(new TooLarge());
            return;
        }
        bytes.onNext(item);
    }

    @Override
    public void onError(Throwable failure) {
        bytes.onError(failure);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
