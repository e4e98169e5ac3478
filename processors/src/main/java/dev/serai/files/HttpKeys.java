package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.CHOICE;
import static dev.serai.files.SettingKey.Kind.NUMBER;
import static dev.serai.files.SettingKey.Kind.SECRET;
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
            "Anything but the local host needs serai.http.authentication=keys, and TLS: a certificate, or serai.http.tls=proxy.");

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

    /** Whether callers need a key. */
    public static final SettingKey AUTHENTICATION = new SettingKey(
            "serai.http.authentication",
            "none",
            CHOICE,
            "none | keys",
            "Whether callers need a key: with none whoever is at this machine may do all.",
            "With keys everything but the bare health needs one; the first is written to data/admin.key.");

    /** Who does TLS. */
    public static final SettingKey TLS = new SettingKey(
            "serai.http.tls",
            "own",
            CHOICE,
            "own | proxy",
            "Who does TLS: the hub with its certificate, or a proxy in front of it.",
            "With proxy the hub speaks plain HTTP on any address; keys are readable between the proxy and the hub.");

    /** The server's certificate. */
    public static final SettingKey CERTIFICATE = new SettingKey(
            "serai.http.certificate",
            "",
            TEXT,
            "file: PEM, or .p12 with key and certificate",
            "The certificate of the hub with its chain; with it the hub speaks HTTPS only.",
            "It is read again within a minute after its file changed, and connections go on.");

    /** The key of the server's certificate. */
    public static final SettingKey CERTIFICATE_KEY = new SettingKey(
            "serai.http.certificate-key",
            "",
            TEXT,
            "PEM file",
            "The private key of a certificate in PEM.",
            "Must belong to the certificate, or the hub does not start.");

    /** The password of the server's certificate. */
    public static final SettingKey CERTIFICATE_SECRET = new SettingKey(
            "serai.http.certificate-secret",
            "",
            SECRET,
            "reference to a secret",
            "The password of a certificate in a .p12 file.",
            "PEM files have none.");

    /** How others name the hub. */
    public static final SettingKey PUBLIC_URL = new SettingKey(
            "serai.http.public-url",
            "",
            TEXT,
            "https URLs, separated by commas",
            "Under which names others reach the hub, such as https://hub.example.com.",
            "Requests that give the hub another name are refused, unless it is an IP address or the local host.");

    /** Whose word on clients' addresses counts. */
    public static final SettingKey PROXIES = new SettingKey(
            "serai.http.proxies",
            "",
            TEXT,
            "addresses or networks, separated by commas",
            "The proxies in front of the hub, such as 10.0.0.5 or 10.0.0.0/8: of X-Forwarded-For what they say counts.",
            "Without them all who come through a proxy count as one address, and web forms of all share one rate.");

    private HttpKeys() {}
}
