package dev.serai.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.command.Serai;
import dev.serai.testing.ChildJvm;
import dev.serai.testing.Dovecot;
import dev.serai.testing.DovecotOptions;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.StoredMail;
import dev.serai.testing.TokenServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that are hard to quote log in, and are seen nowhere. */
class SecretsTest {
    private static final String PASSWORD = "s3cr + % & # ) } $ { et";
    private static final Pattern ADDRESS = Pattern.compile("console (http://\\S+?)/ ");
    private static final List<String> PAGES = List.of(
            "/",
            "/api/v1/status",
            "/api/v1/capture-points",
            "/api/v1/routes",
            "/api/v1/dispatches",
            "/api/v1/events?after=0",
            "/api/v1/config/generations",
            "/api/v1/openapi.json",
            "/observe/health",
            "/observe/metrics");

    @TempDir
    private Path folder;

    @Test
    void aPasswordWithOddCharactersLogsInAndIsInNoLogUriOrPage() throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                SmtpSink sink = SmtpSink.start()) {
            dovecot.addUser("support", PASSWORD);
            dovecot.deliver(
                    "support", Files.readAllBytes(TestInstance.checkout().resolve("samples/question.eml")));
            TestInstance instance = new TestInstance(folder)
                    .imap("support", dovecot, PASSWORD, "mark-seen")
                    .account("default", sink.port());
            String seen = seenWhile(
                    instance,
                    "serai.interaction.submitted",
                    () -> dovecot.inbox("support").mails().stream().allMatch(StoredMail::seen));

            assertThat(seen)
                    .doesNotContain(PASSWORD)
                    .doesNotContain(URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8))
                    .doesNotContain(PASSWORD.substring(0, 6));
        }
    }

    @Test
    void tokensAndWhatTheyAreAskedForWithAreInNoLogUriOrPage() throws Exception {
        try (TokenServer tokens = TokenServer.start();
                Dovecot dovecot = Dovecot.start(DovecotOptions.defaults().tokensOf(tokens))) {
            dovecot.addUser("support", PASSWORD);
            dovecot.deliver(
                    "support", Files.readAllBytes(TestInstance.checkout().resolve("samples/question.eml")));
            TestInstance instance = new TestInstance(folder).imapByToken("support", dovecot, tokens);
            tokens.failing(
                    400,
                    "{\"error\": \"invalid_grant\", \"error_description\": \"" + TokenServer.CLIENT_SECRET + " "
                            + TokenServer.REFRESH_TOKEN + "\"}");

            String failing = seenWhile(
                    instance,
                    "serai.alert.raised",
                    () -> tokens.requests("support").size() >= 2);
            tokens.heal();
            String running = seenWhile(
                    instance,
                    "serai.alert.cleared",
                    () -> dovecot.inbox("support").mails().stream().allMatch(StoredMail::seen));

            assertThat(failing).contains("invalid_grant");
            assertThat(failing + running)
                    .doesNotContain(TokenServer.CLIENT_SECRET.substring(0, 6))
                    .doesNotContain(TokenServer.REFRESH_TOKEN.substring(3, 9))
                    .doesNotContain("acc3ss", "dXNlcj1zdXBwb3J0");
        }
    }

    /** All that a hub says, in its log and on its pages, until something is so and there is an event of a type. */
    private static String seenWhile(TestInstance instance, String event, Callable<Boolean> until) throws Exception {
        try (ChildJvm hub = run(instance)) {
            String base = address(hub.awaitLine(line -> line.contains("console http"), Duration.ofSeconds(60)));
            await().atMost(Duration.ofSeconds(30)).until(until);
            await().until(() -> get(base + "/api/v1/events?after=0").contains(event));
            StringBuilder seen = new StringBuilder();
            for (String page : PAGES) {
                seen.append(get(base + page));
            }
            hub.terminate();
            return seen.append(hub.output()).toString();
        }
    }

    private static ChildJvm run(TestInstance instance) {
        return ChildJvm.start(
                Serai.class,
                List.of("-Dserai.checkout=" + TestInstance.checkout(), "-Dserai.log=debug"),
                List.of("--home", instance.folder().toString(), "run"));
    }

    private static String address(String line) {
        Matcher address = ADDRESS.matcher(line + " ");
        assertThat(address.find()).as(line).isTrue();
        return address.group(1);
    }

    private static String get(String uri) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(uri).isEqualTo(200);
        return response.body();
    }
}
