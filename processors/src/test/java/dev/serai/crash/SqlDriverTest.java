package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.TestInstance;
import dev.serai.capture.sql.Foreign;
import dev.serai.capture.sql.Shop;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database whose driver only a jar in {@code lib/} has, as the command puts it on the class path. */
class SqlDriverTest {
    /** Speaks for another driver, under a URL of its own. */
    private static final String DRIVER = """
            package lamp;

            import java.sql.*;
            import java.util.Properties;
            import java.util.logging.Logger;

            public final class LampDriver implements Driver {
                static {
                    try {
                        DriverManager.registerDriver(new LampDriver());
                    } catch (SQLException e) {
                        throw new ExceptionInInitializerError(e);
                    }
                }

                public Connection connect(String url, Properties info) throws SQLException {
                    return acceptsURL(url) ? DriverManager.getConnection("jdbc:postgresql:" + url.substring(10), info) : null;
                }

                public boolean acceptsURL(String url) { return url.startsWith("jdbc:lamp:"); }
                public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) { return new DriverPropertyInfo[0]; }
                public int getMajorVersion() { return 1; }
                public int getMinorVersion() { return 0; }
                public boolean jdbcCompliant() { return false; }
                public Logger getParentLogger() { return Logger.getGlobal(); }
            }
            """;

    @TempDir
    private Path folder;

    @TempDir
    private Path work;

    @Test
    void rowsShouldBeCapturedByADriverThatOnlyLibHas() throws Exception {
        Foreign database = Foreign.postgres();
        Shop shop = new Shop(database);
        shop.order("lamp", 3);
        TestInstance instance = new TestInstance(folder).placing();
        shop.into(instance, "shop");
        Foreign lamp = new Foreign(
                database.url().replace("jdbc:postgresql:", "jdbc:lamp:"), database.username(), database.password());
        instance.file(
                        "config/databases/shop.yaml",
                        lamp.file(folder.resolve("shop-secret").toString()))
                .file("routes/capture/capture-sql-shop.camel.yaml", """
                        - route:
                            id: capture-sql-shop
                            description: The test's orders
                            from:
                              uri: kamelet:sql-capture-source
                              parameters: {name: shop, queue: general, pollInterval: 100ms, notify: held}
                              steps:
                                - log: {id: captured, message: captured, loggingLevel: DEBUG}
                        """);
        Path jar = jar(Files.createDirectories(folder.resolve("lib")).resolve("lamp.jar"));

        try (HubProcess hub = HubProcess.start(folder, "-cp", System.getProperty("java.class.path") + ":" + jar)) {
            int unused = hub.awaitReady();
            Site.eventually(
                    () -> assertThat(database.rows("select status from orders")).containsOnly("done"));
        }
    }

    private Path jar(Path jar) throws IOException {
        Path source = Files.writeString(work.resolve("LampDriver.java"), DRIVER);
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", work.toString(), source.toString());
        assertThat(failed).isZero();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            for (String name : List.of("lamp/LampDriver.class")) {
                entries.putNextEntry(new JarEntry(name));
                Files.copy(work.resolve(name), entries);
            }
            entries.putNextEntry(new JarEntry("META-INF/services/java.sql.Driver"));
            entries.write("lamp.LampDriver".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
