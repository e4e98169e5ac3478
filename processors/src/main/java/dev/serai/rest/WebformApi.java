package dev.serai.rest;

import dev.serai.capture.Captured;
import dev.serai.capture.webform.FormTokens;
import dev.serai.capture.webform.Once;
import dev.serai.capture.webform.Posting;
import dev.serai.capture.webform.VisitorMail;
import dev.serai.capture.webform.WebformPost;
import dev.serai.document.Digests;
import dev.serai.files.WebformDefinition;
import dev.serai.files.WebformDefinition.Token;
import dev.serai.interaction.InteractionId;
import dev.serai.operation.Code;
import dev.serai.operation.DeliveryKey;
import dev.serai.operation.Idempotent;
import dev.serai.operation.Operations;
import dev.serai.operation.Outcome;
import dev.serai.operation.Refusal.Fault;
import dev.serai.store.RawContent;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.window.CrashWindow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** What is done with posts of web forms, and their tokens. */
final class WebformApi {
    private final RestDependencies hub;
    private final Operations operations;
    private final FormTokens tokens;
    private final Path spool;

    /** @param spool where mails are composed; what a crash leaves there is removed at the start */
    WebformApi(RestDependencies hub, Operations operations, FormTokens tokens, Path spool) {
        this.hub = hub;
        this.operations = operations;
        this.tokens = tokens;
        this.spool = spool;
    }

    /**
     * Somebody at a form.
     *
     * @param origin the web site, as the browser says
     * @param client by address
     */
    record Visit(WebformDefinition form, @Nullable String origin, String client) {}

    ApiResponse token(WebformDefinition form) {
        if (form.entrance().token() == Token.NONE) {
            throw new ApiException(
                    ProblemCode.NOT_FOUND, "the form '" + form.name() + "' has no tokens: token is none in its file");
        }
        FormTokens.Issued issued = tokens.issue(form.name());
        return ApiResponse.json(
                Map.of("token", issued.token(), "expiresAt", issued.expiresAt().toString()));
    }

    /** Answers after the commit. */
    ApiResponse post(Visit visit, ApiRequest request, LongPredicate room) throws IOException {
        WebformDefinition form = visit.form();
        if (hub.points().isPaused(form.name())) {
            throw new ApiException(
                    ProblemCode.UNAVAILABLE, "the form '" + form.name() + "' is paused; nothing was taken");
        }
        WebformPost post = PostedBody.read(request, room);
        VisitorMail mail = read(visit, post);
        InteractionId id = InteractionId.next(hub.clock());
        Path file = spool.resolve(Uploads.PREFIX + "mail-" + id);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 14)) {
                mail.composed(id, hub.clock().instant(), form).write(out);
            }
            Posting posting = new Posting(id, form, mail, RawContent.of(file), visit.origin());
            Outcome<ApiResponse> outcome = operations
                    .run(once(visit, request, post, new Answered(posting)))
                    .join();
            CrashWindow.WEBFORM_COMMITTED.pass();
            requireUnused(post, outcome);
            return taken(visit, mail, id, outcome);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private VisitorMail read(Visit visit, WebformPost post) {
        try {
            return VisitorMail.of(visit.form(), post);
        } catch (RuntimeException refused) {
            hub.points().health(visit.form().name()).counted("refused");
            throw refused;
        }
    }

    /** A posting whose answer can be kept. */
    private record Answered(Posting posting) implements Unit<Outcome<ApiResponse>> {
        @Override
        public long bytes() {
            return posting.bytes();
        }

        @Override
        public Outcome<ApiResponse> apply(Tx tx) {
            return posting.apply(tx).map(id -> ApiResponse.json(201, Map.of("reference", id.value())));
        }
    }

    /** Under the token and the key that came along; without any of them under its content, for ten minutes. */
    private Unit<Outcome<ApiResponse>> once(
            Visit visit, ApiRequest request, WebformPost post, Unit<Outcome<ApiResponse>> posting) {
        String tenant = visit.form().point().tenant();
        String point = visit.form().name().value();
        String digest = post.digest();
        String token = token(visit.form(), post);
        String key = request.header(Keyed.HEADER);
        Unit<Outcome<ApiResponse>> unit = posting;
        if (token != null) {
            unit = new Idempotent<>(
                    unit, DeliveryKey.of(tenant, point, "token:" + token, digest), KeptResponse.ANSWERS);
        }
        if (key != null) {
            requireKey(key);
            String kept = "key:" + Digests.sha256(key);
            unit = new Idempotent<>(unit, DeliveryKey.of(tenant, point, kept, digest), KeptResponse.ANSWERS);
        }
        return unit == posting
                ? new Once<>(posting, tenant, point, digest, hub.clock().instant(), KeptResponse.ANSWERS)
                : unit;
    }

    private static void requireKey(String key) {
        if (key.isBlank() || key.length() > 255) {
            throw new ApiException(
                    ProblemCode.INVALID_REQUEST,
                    "the idempotency key has " + key.length() + " characters; expected 1 to 255");
        }
    }

    /** Null where none counts. */
    private @Nullable String token(WebformDefinition form, WebformPost post) {
        Token wanted = form.entrance().token();
        String token = post.token();
        if (wanted == Token.NONE || (token.isEmpty() && wanted == Token.OPTIONAL)) {
            return null;
        }
        FormTokens.Known known = tokens.read(form.name(), token)
                .orElseThrow(() -> refused(
                        token.isEmpty()
                                ? "is missing; the page that has the form asks for one at /token"
                                : "is none that was made for this form"));
        if (known.expired() && wanted == Token.REQUIRED) {
            throw refused("was made more than 24 hours ago; load the page again");
        }
        return known.expired() ? null : known.id();
    }

    private static ApiException refused(String detail) {
        return new ApiException(
                ProblemCode.INVALID_REQUEST, "the token " + detail, new Fault("/" + WebformDefinition.TOKEN, detail));
    }

    /** The visitor knows of no key; the page has the token. */
    private static void requireUnused(WebformPost post, Outcome<ApiResponse> outcome) {
        boolean used = outcome instanceof Outcome.Refused<ApiResponse> refused
                && refused.refusal().code() == Code.IDEMPOTENCY_KEY_REUSED;
        if (used && !post.token().isEmpty()) {
            String detail = "was used for a post with other content; load the page again";
            throw new ApiException(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "the token " + detail,
                    new Fault("/" + WebformDefinition.TOKEN, detail));
        }
    }

    private ApiResponse taken(Visit visit, VisitorMail mail, InteractionId id, Outcome<ApiResponse> outcome) {
        var health = hub.points().health(visit.form().name());
        ApiResponse answer = outcome.orThrow();
        boolean replayed = outcome instanceof Outcome.Done<ApiResponse> done && done.replayed();
        health.counted(replayed ? "duplicate" : mail.isTrapped() ? "trapped" : "taken");
        health.succeeded(-1);
        if (replayed) {
            return answer.with("Idempotent-Replayed", "true");
        }
        if (!mail.isTrapped()) {
            Captured captured =
                    new Captured(visit.form().point().tenant(), id, visit.form().name());
            hub.points().stepsOf(visit.form().name()).ifPresent(steps -> steps.accept(captured));
        }
        return answer;
    }
}
