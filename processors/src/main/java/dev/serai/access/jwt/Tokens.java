package dev.serai.access.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.serai.access.Rate;
import dev.serai.access.jwt.IssuerKeys.Look;
import dev.serai.access.jwt.IssuerKeys.Trouble;
import dev.serai.access.jwt.Verdict.Accepted;
import dev.serai.access.jwt.Verdict.Refused;
import dev.serai.access.jwt.Verdict.Undecided;
import dev.serai.files.Home;
import dev.serai.files.SettingRefused;
import dev.serai.files.Settings;
import dev.serai.interaction.TenantName;
import dev.serai.threads.Endurance;
import dev.serai.threads.Ticks;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Judges tokens of callers: JWTs (RFC 7519) that one issuer signed with a private key, by the rules of RFC 8725. Its thread
 * reads the issuer's keys; whoever asks never waits for a file or a server.
 */
public final class Tokens implements AutoCloseable {
    /** What the issuer's keys are called among the things that the hub needs. */
    public static final String DEPENDENCY = "jwks";

    private static final Duration PASS = Duration.ofSeconds(2);
    /** Tokens that may wait for keys at a time. */
    private static final int WAITING = 1000;

    private final JwtSettings settings;
    private final ClaimCheck claims;
    private final IssuerKeys keys;
    private final Clock clock;
    private final ScheduledExecutorService thread = Ticks.named("serai-jwks", 1);
    private final AtomicInteger waiting = new AtomicInteger();

    private Tokens(JwtSettings settings, Supplier<Set<TenantName>> tenants, Clock clock) {
        this.settings = settings;
        this.claims = new ClaimCheck(settings, tenants, clock);
        this.keys = new IssuerKeys(settings.keys(), thread, clock);
        this.clock = clock;
    }

    /**
     * Empty when no tokens are taken.
     *
     * @param tenants those that are declared
     * @throws SettingRefused when the settings do not go together, or the file of keys holds none
     */
    public static Optional<Tokens> of(Settings settings, Home home, Supplier<Set<TenantName>> tenants, Clock clock) {
        return JwtSettings.of(settings, home).map(jwt -> new Tokens(jwt, tenants, clock));
    }

    /**
     * Looks whether the settings go together.
     *
     * @param shared whether there are tenants beside {@code default}
     * @throws SettingRefused as for {@link #of}, and when it is left open whose tokens are
     */
    public static void check(Settings settings, Home home, boolean shared) {
        Optional<JwtSettings> unused = JwtSettings.of(settings, home);
        if (shared) {
            JwtSettings.requireTenantClaim(settings);
        }
    }

    /** Whether what a caller brings has the form of a token. */
    public static boolean isOne(String bearer) {
        return SignedToken.isIn(bearer);
    }

    /** Begins to read keys. Whenever they may have changed, and every two seconds, the listener is called. */
    public void start(Runnable listener) {
        ScheduledFuture<?> unused = Endurance.every(thread, "jwks", Duration.ZERO, PASS, () -> {
            pass();
            listener.run();
        });
    }

    /** Lets keys be read when it is time. */
    void pass() {
        keys.pass();
    }

    /** As {@link #judge(String, Executor)}, on this thread where nothing has to be fetched. */
    public CompletableFuture<Verdict> judge(String text) {
        return judge(text, Runnable::run);
    }

    /**
     * Completes at once what can be told without its signature, or by a thread of the verifier; when the token names a key
     * that has to be fetched, after 10 s at most.
     *
     * @param verifier computes signatures
     * @throws RejectedExecutionException when the verifier has no room
     */
    public CompletableFuture<Verdict> judge(String text, Executor verifier) {
        try {
            SignedToken token = SignedToken.parse(text);
            claims.requireIssuer(token.claims());
            Optional<IssuerKey> key = keys.find(token.header());
            return key.isPresent()
                    ? CompletableFuture.supplyAsync(() -> judged(token, key.get()), verifier)
                    : later(token);
        } catch (TokenRefused refused) {
            return CompletableFuture.completedFuture(refused.verdict());
        }
    }

    private CompletableFuture<Verdict> later(SignedToken token) {
        Optional<Look> soon = keys.renewed();
        if (soon.isEmpty()) {
            return CompletableFuture.completedFuture(undecided());
        }
        if (waiting.incrementAndGet() > WAITING) {
            waiting.decrementAndGet();
            return CompletableFuture.completedFuture(new Undecided("too many tokens wait for the issuer's keys"));
        }
        boolean begunFor = soon.get().begunFor();
        return soon.get().done().thenApply(read -> {
            waiting.decrementAndGet();
            return keys.find(token.header())
                    .map(key -> judged(token, key))
                    .orElseGet(() -> begunFor && keys.areCurrent() ? unknown() : undecided());
        });
    }

    private static Verdict unknown() {
        return new Refused("token-key", "is signed with no key that the issuer has for its kid and alg", false);
    }

    /** Its key may be newer than those that were read last. */
    private Verdict undecided() {
        Trouble trouble = keys.trouble();
        return new Undecided(
                keys.areCurrent()
                        ? "its key is not among the issuer's as they were read a moment ago, they are read again within "
                                + keys.pause().toSeconds() + " s"
                        : "the issuer's keys cannot be read" + (trouble == null ? " yet" : ": " + trouble.reason()));
    }

    private Verdict judged(SignedToken token, IssuerKey key) {
        if (!token.isSignedBy(key)) {
            return new Refused("token-signature", "has a signature that is not the issuer's", false);
        }
        try {
            JWTClaimsSet signed = token.claims();
            return new Accepted(claims.caller(signed, key.thumbprint()));
        } catch (TokenRefused refused) {
            return refused.verdict();
        }
    }

    /** Whether who was let in before would be let in now. */
    public boolean isGood(TokenCaller caller) {
        return clock.instant().isBefore(caller.until()) && keys.has(caller.key()) && claims.isStillCaller(caller);
    }

    /** How often each caller may ask; empty = as often as it likes. */
    public Optional<Rate> rate() {
        return Optional.ofNullable(settings.rate());
    }

    /** Why keys cannot be read, since when and what that means; empty while they can. */
    public Optional<String> trouble() {
        return Optional.ofNullable(keys.trouble()).map(this::words);
    }

    /** Whether keys were read when that was last tried. */
    public boolean canRead() {
        return keys.areCurrent();
    }

    private String words(Trouble trouble) {
        var readAt = keys.readAt();
        return "the keys of the issuer of tokens cannot be read since "
                + trouble.since().truncatedTo(ChronoUnit.SECONDS) + ": " + trouble.reason() + "; "
                + (readAt == null
                        ? "no token is taken"
                        : "those of before count until "
                                + readAt.plus(IssuerKeys.KEEP).truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
