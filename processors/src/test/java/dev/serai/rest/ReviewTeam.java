package dev.serai.rest;

import dev.serai.access.AdminKey;
import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import java.nio.file.Files;
import java.nio.file.Path;

/** A hub with keys that sends nothing, and two who look at what the other wrote. */
record ReviewTeam(Hub hub, ReviewDesk kim, ReviewDesk pat) implements AutoCloseable {

    static ReviewTeam start(TestInstance instance) throws Exception {
        Hub hub = instance.setting("serai.dispatch.mode", "hold")
                .setting("serai.http.authentication", "keys")
                .start();
        Path key = AdminKey.file(instance.folder().resolve("data"));
        Client admin =
                new Client(hub.httpPort(), Guarded.bearer(Files.readString(key).strip()));
        return new ReviewTeam(hub, desk(hub, admin, "kim"), desk(hub, admin, "pat"));
    }

    private static ReviewDesk desk(Hub hub, Client admin, String name) {
        String key = admin.post("/api/v1/keys", "{'name':'" + name + "','roles':['admin']}")
                .at("/key");
        return new ReviewDesk(hub, new Client(hub.httpPort(), Guarded.bearer(key)));
    }

    @Override
    public void close() {
        hub.close();
    }
}
