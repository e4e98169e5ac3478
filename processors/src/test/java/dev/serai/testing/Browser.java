package dev.serai.testing;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Debian's Chromium without a window, driven by Playwright; nothing is downloaded. Like Playwright it belongs to the
 * thread that started it.
 */
public final class Browser implements AutoCloseable {
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Starts the browser; it takes seconds, so one for a test class. */
    public static Browser start() {
        Path executable = Path.of(DebianProgram.at("/usr/bin/chromium", "chromium"));
        Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        LaunchOptions options =
                new LaunchOptions().setExecutablePath(executable).setHeadless(true);
        if ("root".equals(System.getProperty("user.name"))) {
            options.setArgs(List.of("--no-sandbox")); // Chromium's sandbox refuses to run as root
        }
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    /** An empty page of a desktop's size. */
    public Page page() {
        return chromium.newPage();
    }

    /** Pages whose user gives a name and a password when a server asks for them. */
    public com.microsoft.playwright.BrowserContext withPassword(String name, String password) {
        return chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setHttpCredentials(name, password));
    }

    /** An empty page of a phone's size. */
    public Page phonePage() {
        return chromium.newPage(
                new com.microsoft.playwright.Browser.NewPageOptions().setViewportSize(PHONE_WIDTH, PHONE_HEIGHT));
    }

    /** Saves what the whole page looks like as PNG. */
    public static void screenshot(Page page, Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
