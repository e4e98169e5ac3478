package dev.serai.access.jwt;

import static org.awaitility.Awaitility.await;

import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.interaction.TenantName;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The judge of tokens by some settings; where they name a claim of the tenant there is `acme` until it is declared no more. */
final class Judge implements AutoCloseable {
    private static final Set<TenantName> ALONE = Set.of(TenantName.DEFAULT);
    private static final Set<TenantName> SHARED = Set.of(TenantName.DEFAULT, TenantName.of("acme"));

    private final Tokens tokens;

    private volatile Set<TenantName> tenants;

    private Judge(Map<String, String> settings, Clock clock) {
        tenants = settings.containsKey("serai.jwt.tenant-claim") ? SHARED : ALONE;
        Home home = Home.of(Path.of(System.getProperty("serai.home")));
        tokens = Tokens.of(Settings.of(settings), home, () -> tenants, clock).orElseThrow();
    }

    static Judge of(Map<String, String> settings) {
        Judge judge = at(settings, Clock.systemUTC());
        await().until(judge.tokens::canRead);
        return judge;
    }

    /** By this clock, and without waiting for keys. */
    static Judge at(Map<String, String> settings, Clock clock) {
        Judge judge = new Judge(settings, clock);
        judge.tokens.start(() -> {});
        return judge;
    }

    /** Declares `acme`, or takes it away. */
    void share(boolean shared) {
        tenants = shared ? SHARED : ALONE;
    }

    Tokens tokens() {
        return tokens;
    }

    Verdict verdict(String token) {
        return tokens.judge(token).join();
    }

    @Override
    public void close() {
        tokens.close();
    }
}
