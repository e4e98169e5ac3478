package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.serai.capture.PointHealth;
import dev.serai.capture.PointPast;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.store.DispatchRow;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.testing.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operators' page in a real browser. */
class StatusPageTest {
    private static final Path SHOTS = RestHub.CHECKOUT.resolve("processors/target/screenshots");
    private static final String MAILBOX = """
            - route:
                id: capture-mail-%s
                description: A mailbox of the test
                from:
                  uri: kamelet:mailbox-source
                  parameters:
                    name: %s
                    address: %s@example.com
                    host: mail.example.com
                    username: %s@example.com
                    secret: env:NOBODY
                    owner: helpdesk@example.com
                  steps:
                    - log: {id: captured, message: captured}
            """;

    private static Browser browser;
    private static RestHub quiet;
    private static RestHub busy;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Files.createDirectories(SHOTS);
        browser = Browser.start();
        quiet = RestHub.start(folder.resolve("quiet"), Map.of("serai.dispatch.mode", "live"), Map.of());
        busy = RestHub.start(
                folder.resolve("busy"),
                Map.of(),
                Map.of(
                        "routes/capture/capture-mail-support.camel.yaml",
                        mailbox("support"),
                        "routes/capture/capture-mail-sales.camel.yaml",
                        mailbox("sales"),
                        "routes/capture/capture-mail-invoices.camel.yaml",
                        mailbox("invoices"),
                        "routes/capture/capture-mail-returns.camel.yaml",
                        mailbox("returns")));
        trouble();
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        quiet.close();
        busy.close();
    }

    @Test
    void aHubWithoutTroubleShouldSayThatAllIsWell() {
        Page page = open(quiet, browser.page());

        assertThat(page.textContent("#headline")).isEqualTo("All is well");
        assertThat(page.locator("#mode").isVisible()).isFalse();
        Browser.screenshot(page, SHOTS.resolve("quiet.png"));
        page.close();
    }

    @Test
    void troubleShouldBeNamedOnAWideScreenAndOnAPhone() {
        Page wide = browser.page();
        wide.setViewportSize(1280, 900);
        open(busy, wide);
        Page phone = open(busy, browser.phonePage());

        for (Page page : List.of(wide, phone)) {
            assertThat(page.textContent("#headline")).contains("need you");
            assertThat(page.textContent("#needs")).contains("sales fails").contains("transformer-failed");
            assertThat(page.textContent("#needs"))
                    .contains("returns is silent")
                    .contains("takes nothing at the moment");
            assertThat(overflow(page)).isZero();
        }
        Browser.screenshot(wide, SHOTS.resolve("busy-wide.png"));
        Browser.screenshot(phone, SHOTS.resolve("busy-phone.png"));
        wide.close();
        phone.close();
    }

    @Test
    void theDarkPageShouldBeReadable() {
        Page page = browser.page();
        page.setViewportSize(1280, 900);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        open(busy, page);

        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(16, 22, 27)");
        Browser.screenshot(page, SHOTS.resolve("busy-dark.png"));
        page.close();
    }

    @Test
    void markupInASubjectShouldBeShownAsText() {
        Page page = open(busy, browser.page());

        assertThat(page.textContent("#quarantine-body")).contains("<img src=x onerror=alert(1)>");
        assertThat(page.locator("#quarantine-body img").count()).isZero();
        page.close();
    }

    @Test
    void automaticRepliesShouldBePausedAfterAQuestionAndThePageShouldShowIt() {
        Page page = open(quiet, browser.page());
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        Locator row = page.locator("#dispatch-body table[aria-label='Automatic replies'] tbody tr");

        row.getByText("Pause").click();
        row.getByText("Resume").waitFor();
        assertThat(page.textContent("#needs")).contains("Automatic replies are paused since");

        row.getByText("Resume").click();
        row.getByText("Pause", new Locator.GetByTextOptions().setExact(true)).waitFor();
        assertThat(page.textContent("#headline")).isEqualTo("All is well");
        page.close();
    }

    @Test
    void aButtonShouldDoItAndThePageShouldShowIt() {
        Page page = open(quiet, browser.page());
        Locator row = page.locator("#queues-body tr", new Page.LocatorOptions().setHasText("general"));

        row.getByText("Pause").click();
        row.getByText("Resume").waitFor();
        assertThat(page.textContent("#needs")).contains("Queue general is paused");

        row.getByText("Resume").click();
        row.getByText("Pause", new Locator.GetByTextOptions().setExact(true)).waitFor();
        page.close();
    }

    @Test
    void aQuestionShouldComeBeforeAMailIsGivenUp() {
        Page page = open(busy, browser.page());
        List<String> asked = new ArrayList<>();
        page.onDialog((Dialog dialog) -> {
            asked.add(dialog.message());
            dialog.dismiss();
        });

        page.locator("#dispatch-body button.grave").first().click();

        assertThat(asked).containsExactly("Who has not got this mail never will. Give it up?");
        page.close();
    }

    @Test
    void thePageShouldSayThatTheHubDoesNotAnswer(@TempDir Path folder) throws Exception {
        RestHub dying = RestHub.start(folder);
        Page page = open(dying, browser.page());
        dying.close();

        page.locator("#stale").waitFor();
        assertThat(page.textContent("#headline")).isEqualTo("The hub does not answer");
        assertThat(page.textContent("#stale")).contains("What you see is from");
        Browser.screenshot(page, SHOTS.resolve("stale.png"));
        page.close();
    }

    @Test
    void nothingShouldBeComplainedAboutInTheBrowsersConsole() {
        Page page = browser.page();
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        open(busy, page);

        assertThat(complaints).isEmpty();
        page.close();
    }

    private static Page open(RestHub hub, Page page) {
        page.navigate(hub.url("/"));
        page.locator(".fresh.live").waitFor();
        return page;
    }

    private static int overflow(Page page) {
        return (Integer) page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)");
    }

    private static String mailbox(String name) {
        return MAILBOX.formatted(name, name, name, name);
    }

    private static void trouble() {
        Client client = new Client(busy);
        for (int i = 0; i < 7; i++) {
            client.post("/api/v1/interactions", "{'queue':'billing','subject':'Invoice " + i + "'}");
        }
        client.post("/api/v1/queues/billing/pull", "{'max':2,'worker':'anna'}");
        client.post("/api/v1/queues/unrouted/pause", "");
        busy.points().health(PointName.of("support")).rests(dev.serai.capture.PointState.PAUSED);
        quarantined(
                client, "<img src=x onerror=alert(1)>", "transformer-failed", "the transformer tnef failed 5 times");
        quarantined(client, "Rechnung 4711", "transformer-failed", "the transformer tnef failed 5 times");
        quarantined(client, "Re: Re: offer", "strategy-failed", "strategy-inbound.camel.yaml:17 no queue 'sales-eu'");
        dispatched(client, DispatchRow.State.UNCERTAIN, "the connection was lost after DATA");
        dispatched(client, DispatchRow.State.FAILED, "550 5.1.1 <jo@example.org>: Recipient address rejected");
        dispatched(client, DispatchRow.State.PENDING, null);
        PointHealth returns = busy.points().health(PointName.of("returns"));
        returns.remembers(new PointPast(
                null, Instant.now().minusSeconds(9000), Instant.now().minusSeconds(600)));
        returns.succeeded(0);
        busy.points()
                .health(PointName.of("invoices"))
                .slowed(
                        4200,
                        "more than 5000 interactions wait in the queue intake; it goes on when there are 4000 or fewer");
        busy.points().health(PointName.of("sales")).looksAgain(Instant.now().plusSeconds(200));
        busy.points()
                .health(PointName.of("sales"))
                .failed(dev.serai.capture.PointState.FAILING, "connection refused by mail.example.com:993 (imap, tls)");
    }

    private static void quarantined(Client client, String subject, String cause, String reason) {
        InteractionId id =
                InteractionId.of(client.post("/api/v1/interactions", "{'queue':'general','subject':'" + subject + "'}")
                        .at("/id"));
        busy.store()
                .writeNow(tx -> new WorkChange(tx, tx.work().lock("default", id).orElseThrow(), By.of("intake"))
                        .quarantine(new Cause("intake", cause, reason, QueueName.of("intake"))));
    }

    private static void dispatched(Client client, DispatchRow.State state, String error) {
        InteractionId id =
                InteractionId.of(client.post("/api/v1/interactions", "{'queue':'unrouted','type':'Outbound'}")
                        .at("/id"));
        busy.store().writeNow(tx -> {
            Instant now = tx.now();
            tx.dispatches()
                    .insert(DispatchRow.pending(
                                    "default",
                                    id,
                                    AccountName.of("default"),
                                    "<" + id + "@example.com>",
                                    "",
                                    "",
                                    List.of("jo@example.org"),
                                    now)
                            .to(state, error, now));
            new WorkChange(tx, tx.work().lock("default", id).orElseThrow(), By.of("dispatch"))
                    .place(QueueName.of("dispatch"), now.plusSeconds(3600));
            return id;
        });
    }
}
