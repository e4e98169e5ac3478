package dev.serai.rest;

import dev.serai.access.AdminKey;
import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;

/** A hub with keys that sends nothing, and two who look at what the other wrote. */
abstract class ReviewTeam {
    @SuppressWarnings("NullAway.Init") // each class starts it
    static Hub hub;

    @SuppressWarnings("NullAway.Init") // each class starts it
    static ReviewDesk kim;

    @SuppressWarnings("NullAway.Init") // each class starts it
    static ReviewDesk pat;

    static void start(TestInstance instance) throws Exception {
        hub = instance.setting("serai.dispatch.mode", "hold")
                .setting("serai.http.authentication", "keys")
                .start();
        Path key = AdminKey.file(instance.folder().resolve("data"));
        Client admin =
                new Client(hub.httpPort(), Guarded.bearer(Files.readString(key).strip()));
        kim = desk(admin, "kim");
        pat = desk(admin, "pat");
    }

    private static ReviewDesk desk(Client admin, String name) {
        String key = admin.post("/api/v1/keys", "{'name':'" + name + "','roles':['admin']}")
                .at("/key");
        return new ReviewDesk(hub, new Client(hub.httpPort(), Guarded.bearer(key)));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }
}
