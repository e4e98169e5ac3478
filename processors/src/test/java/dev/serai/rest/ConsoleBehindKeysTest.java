package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.serai.access.Role;
import dev.serai.testing.Browser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real browser, where a key is needed: the browser's dialogue takes it as the password. */
class ConsoleBehindKeysTest {
    @Test
    void theBrowserShouldShowTheConsoleWithTheKeyAndNothingWithout(@TempDir Path folder) throws Exception {
        try (Guarded guarded = Guarded.start(folder);
                Browser browser = Browser.start()) {
            String key = guarded.key("anna", Set.of(Role.VIEW));
            Page stranger = browser.page();
            assertThatThrownBy(() -> stranger.navigate(guarded.hub().url("/")))
                    .hasMessageContaining("ERR_INVALID_AUTH_CREDENTIALS");

            try (BrowserContext known = browser.withPassword("anna", key)) {
                Page page = known.newPage();
                List<Integer> statuses = new ArrayList<>();
                page.onResponse(response -> statuses.add(response.status()));
                page.navigate(guarded.hub().url("/"));
                page.waitForSelector("text=Queues");
                page.waitForSelector("text=general");

                assertThat(statuses).contains(200).doesNotContain(403);
            }
        }
    }
}
