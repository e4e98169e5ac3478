package dev.serai.rest;

import dev.serai.access.jwt.Tokens;
import dev.serai.dispatch.DispatchPolicy;
import dev.serai.files.Home;
import dev.serai.files.HttpKeys;
import dev.serai.files.Problem;
import dev.serai.files.SettingRefused;
import dev.serai.files.Settings;
import dev.serai.interaction.TenantName;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the port would not be opened for, told where it was written. Nothing is opened and nobody is asked. */
public final class StartCheck {
    private final Settings settings;
    private final Home home;
    private final List<Problem> problems = new ArrayList<>();

    private StartCheck(Settings settings, Home home) {
        this.settings = settings;
        this.home = home;
    }

    /** Every setting with which the hub would not start, by its file and line. */
    public static List<Problem> problems(Settings settings, Home home) {
        StartCheck check = new StartCheck(settings, home);
        check.allow(() -> Binding.host(settings));
        check.allow(() -> Site.of(settings));
        check.allow(() -> Tokens.check(settings, home, check.hasTenants()));
        check.allow(() -> DispatchPolicy.of(settings, "check"));
        check.allow(check::certificate);
        return List.copyOf(check.problems);
    }

    private boolean hasTenants() {
        return Stream.of(home.folder(), home.shipped())
                .map(root -> root.resolve("config/tenants").toFile())
                .flatMap(files -> Optional.ofNullable(files.list()).stream())
                .flatMap(Arrays::stream)
                .anyMatch(name -> name.endsWith(".yaml") && !name.equals(TenantName.DEFAULT + ".yaml"));
    }

    private interface Look {
        void look();
    }

    private void allow(Look look) {
        try {
            look.look();
        } catch (SettingRefused refused) {
            problems.add(refused.problem(settings));
        }
    }

    private void certificate() {
        Optional<Certificate> certificate = Certificate.of(settings, home);
        if (certificate.isPresent()) {
            Vertx vertx = Vertx.vertx();
            try {
                Object unused = certificate.get().read(vertx);
            } catch (Exception unusable) {
                throw new SettingRefused(
                        HttpKeys.CERTIFICATE, "serai.http.certificate cannot be used: " + unusable.getMessage());
            } finally {
                vertx.close();
            }
        }
    }
}
