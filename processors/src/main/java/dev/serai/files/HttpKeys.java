package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.NUMBER;
import static dev.serai.files.SettingKey.Kind.SIZE;
import static dev.serai.files.SettingKey.Kind.TEXT;

/** Settings of the HTTP server: {@code serai.http.}. */
public final class HttpKeys {
    /** Where the HTTP server listens. */
    public static final SettingKey HOST = new SettingKey(
            "serai.http.host",
            "127.0.0.1",
            TEXT,
            "host name or address",
            "The address that REST, health, metrics and the console bind to.",
            "Anything but the local host is refused until authentication is configured.");

    /** The HTTP port. */
    public static final SettingKey PORT = new SettingKey(
            "serai.http.port",
            "8080",
            NUMBER,
            "port; 0 = any free one",
            "The port of REST, health, metrics and the console.",
            "Clients and probes must use the same one.");

    /** The largest request body. */
    public static final SettingKey MAX_BODY = new SettingKey(
            "serai.http.max-body",
            "25MB",
            SIZE,
            "size",
            "The largest mail, and with enough memory the largest request body, that REST takes.",
            "A larger request is answered 413; mails go through a file and need no more memory, other bodies are bounded by the heap.");

    private HttpKeys() {}
}
