package dev.serai.dispatch;

import dev.serai.testing.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One way in which a server fails: a row of the table in docs/reference/dispatch-faults.md, made to happen.
 *
 * @param at where in the conversation
 * @param how an answer in back quotes, perhaps `, then closes` behind it, or a phrase
 */
record FaultCell(String at, String how) {
    private static final String GOOD_EHLO = "250-scripted\r\n250 AUTH PLAIN LOGIN";
    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry("greeting", "CONNECT"),
            Map.entry("EHLO", "EHLO"),
            Map.entry("STARTTLS", "STARTTLS"),
            Map.entry("AUTH", "AUTH"),
            Map.entry("MAIL", "MAIL"),
            Map.entry("RCPT, all", "RCPT"),
            Map.entry("RCPT, the first", "RCPT TO:<jo@example.org>"),
            Map.entry("RCPT, the last", "RCPT TO:<bo@example.org>"),
            Map.entry("DATA", "DATA"),
            Map.entry("content, small", "CONTENT"),
            Map.entry("content, large", "CONTENT"),
            Map.entry("final dot", "DOT"),
            Map.entry("MAIL, kept connection", "MAIL"));

    /** Whether a mail leaves before, so that its connection is kept. */
    boolean isOfKeptConnection() {
        return at.endsWith("kept connection");
    }

    boolean isLarge() {
        return at.equals("content, large");
    }

    /** Whether what is wrong can be mended at the server that is there. */
    boolean canBeMended() {
        return !at.equals("connect") && !at.equals("TLS") && !how.equals("the secret is missing");
    }

    /** What the account says besides its address. */
    List<String> parameters(int port) {
        List<String> all =
                new ArrayList<>(List.of("readTimeout: " + (how.equals("silent") ? "2s" : "30s"), "connections: 1"));
        boolean tls = at.equals("STARTTLS") || at.equals("TLS");
        all.add("security: " + (tls ? "starttls-required" : "none"));
        all.add("host: " + (how.equals("no such host") ? "no-such-host.invalid" : tls ? "localhost" : "127.0.0.1"));
        all.add("port: " + port);
        if (at.equals("AUTH")) {
            all.add("username: me");
            all.add("secret: env:" + (how.equals("the secret is missing") ? "SERAI_TEST_NO_SUCH_VARIABLE" : "PATH"));
        }
        if (tls && !how.equals("its certificate is not trusted")) {
            all.add("trustStore: " + certificate().trustStore());
        }
        return all;
    }

    private Certificate certificate() {
        return switch (how) {
            case "its certificate is another host's" -> Certificate.forHost("mail.example.net");
            default -> Certificate.forHost("localhost");
        };
    }

    /** A server that would do its work. */
    ScriptedSmtp server() {
        ScriptedSmtp smtp = ScriptedSmtp.start();
        if (at.equals("STARTTLS") || at.equals("TLS")) {
            return smtp.encrypting(certificate());
        }
        return at.equals("AUTH") ? smtp.on("EHLO", GOOD_EHLO).on("AUTH", "235 2.7.0 ok") : smtp;
    }

    /** Now it does not. */
    void happen(ScriptedSmtp smtp) {
        switch (how) {
            case "nobody listens" -> smtp.close();
            case "no such host" -> smtp.mend();
            case "closed before" -> smtp.hangUp();
            case "not offered" -> smtp.breaking("EHLO", "250-scripted\r\n250 HELP");
            case "only CRAM-MD5" -> smtp.breaking("EHLO", "250-scripted\r\n250 AUTH CRAM-MD5");
            case "its certificate is not trusted", "its certificate is another host's", "the secret is missing" ->
                smtp.mend();
            default -> answer(smtp);
        }
    }

    private void answer(ScriptedSmtp smtp) {
        String step = STEPS.get(at);
        if (step == null) {
            throw new IllegalArgumentException("nothing is known of a fault at '" + at + "'");
        }
        if (isOfKeptConnection()) {
            smtp.once(step, answer());
        } else if (isLarge() && how.equals("silent")) {
            smtp.breaking(step, ScriptedSmtp.WAIT);
        } else {
            smtp.breaking(step, answer());
        }
    }

    private String answer() {
        return switch (how) {
            case "closes" -> ScriptedSmtp.CLOSE;
            case "silent" -> ScriptedSmtp.STALL;
            case "a line without end" -> ScriptedSmtp.ENDLESS;
            case "takes it and closes" -> ScriptedSmtp.LOST;
            default -> {
                if (!how.matches("`[^`]+`(, then closes)?")) {
                    throw new IllegalArgumentException("'" + how + "' is neither an answer in back quotes nor known");
                }
                String line = how.substring(1, how.lastIndexOf('`')).replace(" ⏎ ", "\r\n");
                yield how.endsWith("closes") ? line + ScriptedSmtp.THEN_CLOSE : line;
            }
        };
    }
}
