package dev.serai.access.jwt;

import dev.serai.access.Rate;
import dev.serai.files.Home;
import dev.serai.files.HttpKeys;
import dev.serai.files.JwtKeys;
import dev.serai.files.SettingKey;
import dev.serai.files.SettingRefused;
import dev.serai.files.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens are taken, and how they are read.
 *
 * @param audiences one of which must be meant
 * @param maxAge by the time of issue; null = any
 * @param rate of each caller; null = as many as come
 */
record JwtSettings(
        String issuer,
        Set<String> audiences,
        KeySource keys,
        Claims claims,
        RoleMap roles,
        Duration skew,
        @Nullable Duration maxAge,
        @Nullable Rate rate) {
    private static final Duration MOST_SKEW = Duration.ofMinutes(10);

    /**
     * Where in a token what stands.
     *
     * @param tenant null = tokens are of the hub, which is asked for where there are tenants
     * @param ofHub whether somebody said that tokens are of the hub, whatever tenants there are
     * @param points null = tokens are for all points
     */
    record Claims(
            ClaimPath name,
            ClaimPath roles,
            @Nullable ClaimPath tenant,
            boolean ofHub,
            @Nullable ClaimPath points) {}

    /**
     * Empty when no tokens are taken.
     *
     * @throws SettingRefused when the settings do not go together, or the file of keys holds none
     */
    static Optional<JwtSettings> of(Settings settings, Home home) {
        if (settings.text(JwtKeys.ISSUER).isEmpty()) {
            return Optional.empty();
        }
        requireKeys(settings);
        return Optional.of(new JwtSettings(
                settings.text(JwtKeys.ISSUER),
                audiences(settings),
                source(settings, home),
                new Claims(
                        new ClaimPath(settings.text(JwtKeys.NAME_CLAIM)),
                        new ClaimPath(settings.text(JwtKeys.ROLES_CLAIM)),
                        isOfHub(settings) ? null : path(settings, JwtKeys.TENANT_CLAIM),
                        isOfHub(settings),
                        path(settings, JwtKeys.POINTS_CLAIM)),
                read(settings, JwtKeys.ROLES, RoleMap::of),
                skew(settings),
                settings.find(JwtKeys.MAX_AGE).isEmpty() ? null : settings.duration(JwtKeys.MAX_AGE),
                settings.find(JwtKeys.RATE).isEmpty() ? null : read(settings, JwtKeys.RATE, Rate::of)));
    }

    private static boolean isOfHub(Settings settings) {
        return settings.text(JwtKeys.TENANT_CLAIM).equals(JwtKeys.OF_HUB);
    }

    /** @throws SettingRefused when tokens are taken, and nobody said whose their callers are */
    static void requireTenantClaim(Settings settings) {
        if (settings.find(JwtKeys.ISSUER).isPresent()
                && settings.find(JwtKeys.TENANT_CLAIM).isEmpty()) {
            throw new SettingRefused(
                    JwtKeys.ISSUER,
                    "serai.jwt.issuer is set, there are tenants in config/tenants and serai.jwt.tenant-claim is missing;"
                            + " expected the claim with the tenant, or '" + JwtKeys.OF_HUB
                            + "' when every caller with a token is for all tenants");
        }
    }

    private static void requireKeys(Settings settings) {
        if (!settings.text(HttpKeys.AUTHENTICATION).equals("keys")) {
            throw new SettingRefused(
                    JwtKeys.ISSUER,
                    "serai.jwt.issuer is set and serai.http.authentication is '"
                            + settings.text(HttpKeys.AUTHENTICATION) + "': whoever comes without a token may do all;"
                            + " expected serai.http.authentication=keys");
        }
    }

    private static Set<String> audiences(Settings settings) {
        Set<String> audiences = Arrays.stream(
                        required(settings, JwtKeys.AUDIENCE).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (audiences.isEmpty()) {
            throw new SettingRefused(JwtKeys.AUDIENCE, "serai.jwt.audience names nobody; expected the claim aud");
        }
        return audiences;
    }

    private static String required(Settings settings, SettingKey key) {
        return settings.find(key)
                .orElseThrow(() -> new SettingRefused(
                        JwtKeys.ISSUER,
                        "serai.jwt.issuer is set and " + key.name() + " is missing; expected " + key.unit()));
    }

    private static KeySource source(Settings settings, Home home) {
        String place = required(settings, JwtKeys.JWKS);
        Path trustStore = settings.find(JwtKeys.TRUST_STORE).map(home::resolve).orElse(null);
        if (trustStore != null && !Files.isReadable(trustStore)) {
            throw new SettingRefused(
                    JwtKeys.TRUST_STORE, "serai.jwt.trust-store: there is no readable file " + trustStore);
        }
        return place.matches("[a-z]+://.*") ? new KeyServer(url(place), trustStore) : file(home.resolve(place));
    }

    /** Whoever can change keys on their way makes tokens. */
    private static URI url(String place) {
        try {
            URI url = new URI(place);
            String host = url.getHost() == null ? "" : url.getHost();
            boolean local = host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
            if (!host.isEmpty()
                    && url.getUserInfo() == null
                    && ("https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && local))) {
                return url;
            }
        } catch (java.net.URISyntaxException noUrl) {
            // told below
        }
        throw new SettingRefused(
                JwtKeys.JWKS,
                "serai.jwt.jwks is '" + place + "'; expected an https URL without user and password, http only on the"
                        + " local host, or a file");
    }

    private static KeySource file(Path file) {
        try {
            if (new KeyFile(file).read().orElseThrow().isEmpty()) {
                throw new IOException("there is no key in it");
            }
            return new KeyFile(file);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new SettingRefused(
                    JwtKeys.JWKS, "serai.jwt.jwks names " + file + ", which cannot be used: " + unusable.getMessage());
        }
    }

    private static @Nullable ClaimPath path(Settings settings, SettingKey key) {
        return settings.find(key).map(ClaimPath::new).orElse(null);
    }

    private static Duration skew(Settings settings) {
        Duration skew = settings.duration(JwtKeys.CLOCK_SKEW);
        if (skew.compareTo(MOST_SKEW) > 0) {
            throw new SettingRefused(
                    JwtKeys.CLOCK_SKEW,
                    "serai.jwt.clock-skew is " + settings.text(JwtKeys.CLOCK_SKEW) + "; expected at most 10m");
        }
        return skew;
    }

    private static <T> T read(Settings settings, SettingKey key, Function<String, T> reader) {
        try {
            return reader.apply(settings.text(key));
        } catch (IllegalArgumentException wrong) {
            throw new SettingRefused(key, key.name() + ": " + wrong.getMessage());
        }
    }
}
