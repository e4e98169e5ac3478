package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.serai.store.DispatchRow.State;
import dev.serai.testing.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section Outgoing of the operators' page: why does my mail not leave, and what do I press. */
class OutgoingPageTest {
    private static final Path SHOTS = RestHub.CHECKOUT.resolve("processors/target/screenshots");

    private static Browser browser;
    private static OutgoingHub house;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Files.createDirectories(SHOTS);
        browser = Browser.start();
        house = OutgoingHub.start(folder);
        for (int i = 0; i < 3; i++) {
            house.mail(
                    "support", State.DEFERRED, "login", "535 5.7.8 authentication failed", "jo" + i + "@example.org");
        }
        house.mail("billing", State.UNCERTAIN, "connection", "the connection ended after DATA", "al@example.org");
        house.mail("billing", State.FAILED, "refused", "550 5.1.1 user unknown", "bo@example.org", "cy@example.org");
    }

    @AfterAll
    static void stop() throws Exception {
        house.close();
        browser.close();
    }

    @Test
    void theAccountThatIsRefusedShouldSayWhySinceWhenAndWhatToDo() {
        Page page = open(browser.page());

        assertThat(row(page, "support").textContent())
                .contains("smtp.example.com:587", "failing", "refuses the login", "3 mails wait", "mend the secret");
        assertThat(page.textContent("#needs")).contains("Account support");
        Browser.screenshot(page, SHOTS.resolve("outgoing.png"));
        page.close();
    }

    @Test
    void uncertainMailShouldTellWhatToLookForAndWhatEachChoiceMeans() {
        Page page = open(browser.phonePage());

        assertThat(page.textContent("#dispatch-body table[aria-label='Mail that needs a look']"))
                .contains("Look for", "@example.com>", "There: Cancel", "Not there: Retry", "second copy");
        Browser.screenshot(page, SHOTS.resolve("outgoing-phone.png"));
        assertThat((Integer) page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"))
                .isZero();
        page.close();
    }

    @Test
    void anAccountShouldBePausedAndResumed() {
        Page page = open(browser.page());
        Locator billing = row(page, "billing");

        billing.getByText("Pause", new Locator.GetByTextOptions().setExact(true))
                .click();
        resume(billing).waitFor();
        assertThat(page.textContent("#needs")).contains("Account billing is paused by an operator");

        resume(billing).click();
        billing.getByText("Pause", new Locator.GetByTextOptions().setExact(true))
                .waitFor();
        page.close();
    }

    private static Locator resume(Locator account) {
        return account.getByText("Resume", new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator row(Page page, String account) {
        return page.locator(
                "#dispatch-body table[aria-label='Accounts'] tbody tr", new Page.LocatorOptions().setHasText(account));
    }

    private static Page open(Page page) {
        page.navigate(house.hub().url("/"));
        page.locator(".fresh.live").waitFor();
        return page;
    }
}
