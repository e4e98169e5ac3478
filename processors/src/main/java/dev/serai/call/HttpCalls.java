package dev.serai.call;

import dev.serai.dependency.Dependency.Refused;
import dev.serai.dependency.NoAnswer;
import dev.serai.files.Home;
import dev.serai.files.SecretMissing;
import dev.serai.tls.TrustStore;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Asks services over HTTP/1.1. Redirects are not followed: they would take the question elsewhere. */
public final class HttpCalls {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Answers that say that the service, not the question, is the trouble (RFC 9110, section 15). */
    private static final Set<Integer> TRY_LATER = Set.of(408, 425, 429);

    private final Home home;
    private final Map<Path, Trusting> trusting = new HashMap<>();
    private @Nullable HttpClient shared;

    private record Trusting(SSLContext context, HttpClient client) {}

    public HttpCalls(Home home) {
        this.home = home;
    }

    /**
     * Asks.
     *
     * @throws NoAnswer when the service is away, late, or answers 5xx, 408, 425 or 429
     * @throws Refused for any other answer that is not 2xx, and one that is too large
     */
    public CallAnswer ask(CallRequest request) throws NoAnswer, Refused {
        CompletableFuture<HttpResponse<byte[]>> answer = send(request);
        try {
            // the request's own timeout ends with the headers of the answer; this one covers its body
            HttpResponse<byte[]> response = answer.get(request.deadline().toMillis(), TimeUnit.MILLISECONDS);
            return judged(response);
        } catch (TimeoutException late) {
            throw NoAnswer.late("no whole answer within " + request.deadline().toMillis() + " ms", late);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw NoAnswer.late("no answer before the run's own deadline", over);
        } catch (ExecutionException failed) {
            throw failure(Objects.requireNonNull(failed.getCause()), request);
        } finally {
            answer.cancel(true);
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> send(CallRequest call) throws NoAnswer, Refused {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(call.address().uri())
                    .method(
                            call.method(),
                            call.body().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
            call.headers().forEach((name, value) -> request.setHeader(name, value.resolve()));
            return client(call.trustStore())
                    .sendAsync(request.build(), info -> new BoundedBody(call.most(), info.statusCode()));
        } catch (SecretMissing missing) {
            throw NoAnswer.unreachable(String.valueOf(missing.getMessage()), missing);
        } catch (IllegalArgumentException unusable) {
            throw new Refused("the question cannot be sent: a header or the address has a form that HTTP has not");
        } catch (IOException | GeneralSecurityException untrusted) {
            throw NoAnswer.unreachable("the trust store cannot be used: " + untrusted.getMessage(), untrusted);
        }
    }

    private static CallAnswer judged(HttpResponse<byte[]> response) throws NoAnswer, Refused {
        int status = response.statusCode();
        if (status >= 500 || TRY_LATER.contains(status)) {
            throw NoAnswer.late("it answered " + status);
        }
        if (status >= 300 && status < 400) {
            throw new Refused("the service answered " + status
                    + ", a redirect, which is not followed; put the address that it leads to into the file");
        }
        if (status < 200 || status >= 400) {
            throw new Refused("the service answered " + status);
        }
        return new CallAnswer(status, new String(response.body(), StandardCharsets.UTF_8));
    }

    private static NoAnswer failure(Throwable cause, CallRequest request) throws Refused {
        Throwable root = cause;
        while (root.getCause() != null && !(root instanceof BoundedBody.TooLarge)) {
            root = root.getCause();
        }
        if (root instanceof BoundedBody.TooLarge) {
            throw new Refused("the answer is larger than " + request.most() + " bytes");
        }
        if (cause instanceof HttpConnectTimeoutException
                || root instanceof ConnectException
                || root instanceof UnresolvedAddressException) {
            return NoAnswer.unreachable("no connection", cause);
        }
        if (cause instanceof SSLException || root instanceof GeneralSecurityException) {
            return NoAnswer.unreachable("no connection, since TLS failed: " + root.getMessage(), cause);
        }
        return NoAnswer.late("the connection broke (" + root.getClass().getSimpleName() + ")", cause);
    }

    private synchronized HttpClient client(Optional<Path> trustStore) throws GeneralSecurityException, IOException {
        if (trustStore.isPresent()) {
            SSLContext context =
                    TrustStore.context(home.resolve(trustStore.get().toString()));
            Trusting known = trusting.get(trustStore.get());
            if (known == null || known.context() != context) {
                known = new Trusting(context, client().sslContext(context).build());
                trusting.put(trustStore.get(), known);
            }
            return known.client();
        }
        HttpClient here = shared;
        if (here == null) {
            here = client().build();
            shared = here;
        }
        return here;
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER);
    }
}
