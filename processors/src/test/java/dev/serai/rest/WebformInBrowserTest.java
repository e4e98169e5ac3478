package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpServer;
import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.Browser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample page in a real browser, on a web site that is not the hub's. */
class WebformInBrowserTest {
    private static Hub hub;
    private static Browser browser;
    private static HttpServer site;

    private final Client client = new Client(hub.httpPort());

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub = new TestInstance(folder)
                .setting("serai.dispatch.mode", "hold")
                .file(
                        "routes/capture/capture-webform-contact.camel.yaml",
                        WebformHub.file(
                                "contact",
                                "honeypot: website, rate: 1000/s, maxFiles: 1, allowedFiles: '.txt,.pdf', origins: '"
                                        + origin("localhost") + "'"))
                .placing()
                .start();
        site.createContext("/", exchange -> {
            byte[] page = page(exchange.getRequestURI().getPath());
            boolean script = exchange.getRequestURI().getPath().endsWith(".js");
            exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        site.stop(0);
        hub.close();
    }

    private static String origin(String host) {
        return "http://" + host + ":" + site.getAddress().getPort();
    }

    private static byte[] page(String path) throws IOException {
        String name = path.endsWith(".js") ? "contact.js" : "contact.html";
        String text = Files.readString(TestInstance.checkout().resolve("samples/webform/" + name));
        String shown = path.startsWith("/bare") ? text.replace("<script src=\"contact.js\" defer></script>", "") : text;
        return shown.replace("http://127.0.0.1:8080", "http://127.0.0.1:" + hub.httpPort())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Page filled(String address, String message) {
        Page page = browser.page();
        page.navigate(address);
        page.getByLabel("Your e-mail address").fill("jo@example.org");
        page.getByLabel("Your name").fill("Jo Doe");
        page.getByLabel("Order number").fill("4711");
        page.getByLabel("Your message").fill(message);
        return page;
    }

    private static void send(Page page) {
        page.locator("button").click();
    }

    private static String said(Page page) {
        await().until(() -> !page.locator("#status").textContent().isEmpty());
        return page.locator("#status").textContent();
    }

    private Client.Answer stored(String text) {
        String reference = text.replaceFirst("(?s).*([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}).*", "$1");
        await().until(() ->
                client.get("/api/v1/interactions/" + reference).at("/queue").equals("general"));
        return client.get("/api/v1/interactions/" + reference);
    }

    private int count() {
        return client.get("/api/v1/interactions?limit=100").json().path("items").size();
    }

    @Test
    void aVisitorShouldSendAMessageWithAFile() {
        Page page = filled(origin("localhost") + "/contact.html", "Where is my order?");
        page.getByLabel("Files")
                .setInputFiles(new FilePayload("order.txt", "text/plain", "4711".getBytes(StandardCharsets.UTF_8)));
        send(page);
        Client.Answer stored = stored(said(page));

        assertThat(stored.at("/from/name")).isEqualTo("Jo Doe");
        assertThat(stored.at("/text")).contains("Where is my order?", "order: 4711");
        assertThat(stored.at("/attachments/0/name")).isEqualTo("order.txt");
        assertThat(stored.at("/userData/WebformOrigin")).isEqualTo(origin("localhost"));
        assertThat(page.getByLabel("Your message").inputValue()).isEmpty();
    }

    @Test
    void pressingTwiceShouldSendOnce() {
        int before = count();
        Page page = filled(origin("localhost") + "/contact.html", "Pressed twice");
        page.evaluate("() => { const f = document.getElementById('contact'); f.requestSubmit(); f.requestSubmit(); }");
        said(page);
        Page bare = filled(origin("localhost") + "/bare.html", "Pressed twice, and no script");
        bare.locator("button").dblclick();
        bare.waitForSelector("h1:has-text('Thank you')");

        assertThat(count()).isEqualTo(before + 2);
    }

    @Test
    void whatIsWrongShouldStandAtItsField() {
        Page page = filled(origin("localhost") + "/contact.html", "Look at this");
        page.getByLabel("Files").setInputFiles(new FilePayload("run.exe", "application/x-msdownload", new byte[] {1}));
        send(page);

        assertThat(said(page)).contains("marked fields");
        assertThat(page.locator("#file").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.locator("#file-error").textContent()).contains("run.exe");
        assertThat(page.getByLabel("Your message").inputValue()).isEqualTo("Look at this");
    }

    @Test
    void aBrowserWithoutAScriptShouldBeShownAPage() {
        Page page = filled(origin("localhost") + "/bare.html", "No script here");
        send(page);
        page.waitForSelector("h1:has-text('Thank you')");

        assertThat(stored(page.content()).at("/text")).contains("No script here");
    }

    @Test
    void aForeignSiteShouldBeRefused() {
        int before = count();
        Page page = filled(origin("127.0.0.1") + "/contact.html", "From elsewhere");
        send(page);
        assertThat(said(page)).contains("cannot be reached");

        Page bare = filled(origin("127.0.0.1") + "/bare.html", "From elsewhere");
        send(bare);
        bare.waitForSelector("h1:has-text('was not sent')");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void theHoneypotShouldBeOutOfSightAndThePageFitAPhone() {
        Page phone = browser.phonePage();
        phone.navigate(origin("localhost") + "/contact.html");

        assertThat(phone.locator("#website").isVisible()).isFalse();
        assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        String shots = System.getProperty("serai.test.screenshots");
        if (shots != null) {
            Browser.screenshot(phone, Path.of(shots, "phone.png"));
            Page desktop = filled(origin("localhost") + "/contact.html", "Hello");
            desktop.setViewportSize(1280, 900);
            Browser.screenshot(desktop, Path.of(shots, "desktop.png"));
        }
    }
}
