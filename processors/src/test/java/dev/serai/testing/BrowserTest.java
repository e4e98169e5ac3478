package dev.serai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void scriptShouldRunOnThePage() {
        Page page = browser.page();

        page.navigate("data:text/html,<p id=p></p><script>p.textContent = 6 * 7</script>");

        assertThat(page.textContent("#p")).isEqualTo("42");
    }

    @Test
    void phoneScreenshotShouldHaveAPhonesWidth(@TempDir Path folder) throws IOException {
        Page page = browser.phonePage();
        page.navigate("data:text/html,<p>hello</p>");

        Browser.screenshot(page, folder.resolve("page.png"));

        assertThat(ImageIO.read(folder.resolve("page.png").toFile()).getWidth()).isEqualTo(390);
    }
}
