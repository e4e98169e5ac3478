package dev.serai.access.jwt;

import static org.awaitility.Awaitility.await;

import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.interaction.TenantName;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The judge of tokens by some settings, with the tenants `acme` and `default`, who has read the issuer's keys. */
final class Judge implements AutoCloseable {
    private static final Set<TenantName> TENANTS = Set.of(TenantName.DEFAULT, TenantName.of("acme"));

    private final Tokens tokens;

    private Judge(Map<String, String> settings, Clock clock) {
        Home home = Home.of(Path.of(System.getProperty("serai.home")));
        tokens =
                Tokens.of(Settings.of(settings), home, TENANTS::contains, clock).orElseThrow();
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
