package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.serai.access.Role;
import dev.serai.store.DatabaseSettings;
import dev.serai.testing.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operators' page of a hub that tenants share, in a real browser. */
class ConsoleOfTenantsTest {
    private static final Path SHOTS = RestHub.CHECKOUT.resolve("processors/target/screenshots");

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static TwoHouses houses;

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Files.createDirectories(SHOTS);
        browser = Browser.start();
        houses = TwoHouses.start(folder, DatabaseSettings.embedded(folder, RestHub.CHECKOUT.resolve("sql")));
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        houses.close();
    }

    @Test
    void theHubsOperatorShouldChooseATenant() {
        try (BrowserContext known = browser.withPassword("keeper", houses.key(null, "console-keeper", Role.VIEW))) {
            for (int width : new int[] {1280, 390}) {
                Page page = known.newPage();
                page.setViewportSize(width, 900);
                page.navigate(houses.hub().url("/"));
                page.waitForSelector("text=globex-desk");
                Browser.screenshot(page, SHOTS.resolve("tenants-all-" + width + ".png"));

                page.selectOption("#tenant", "acme");
                await().until(() -> !page.textContent("#queues-body").contains("globex-desk"));

                assertThat(page.textContent("#queues-body")).contains("acme-desk");
                assertThat(page.textContent("#quarantine-body"))
                        .contains("cause-of-acme")
                        .doesNotContain("globex");
                assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .isEqualTo(0);
                Browser.screenshot(page, SHOTS.resolve("tenants-one-" + width + ".png"));
                page.close();
            }
        }
    }

    @Test
    void aTenantsOperatorShouldSeeItsOwnAndNoChoice() {
        String key = houses.key(TwoHouses.ACME, "console-acme", Role.OPERATE);
        try (BrowserContext known = browser.withPassword("acme", key)) {
            Page page = known.newPage();
            page.setViewportSize(1280, 900);
            page.navigate(houses.hub().url("/"));
            page.waitForSelector("text=acme-desk");

            assertThat(page.locator("#who").isVisible()).isFalse();
            assertThat(page.locator("#routes").isVisible()).isFalse();
            assertThat(page.textContent("main")).doesNotContain("globex");
            assertThat(page.locator("[aria-label='Pause acme-desk']").isVisible())
                    .isTrue();
            assertThat(page.locator("[aria-label='Pause general']").count()).isZero();
            Browser.screenshot(page, SHOTS.resolve("tenants-own-1280.png"));
        }
    }
}
