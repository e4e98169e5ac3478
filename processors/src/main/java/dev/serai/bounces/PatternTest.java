package dev.serai.bounces;

import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlReader;
import dev.serai.kind.Bounce;
import dev.serai.kind.BouncePattern.Outcome;
import dev.serai.kind.BounceRecipient;
import dev.serai.kind.Classification;
import dev.serai.kind.KindDetector;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A test that stands beside a pattern: a mail, and what has to come out of the whole table.
 *
 * @param kind what it has to be
 * @param recipients whom it has to name, in this order; empty where that does not matter
 * @param status that of the first recipient; empty where that does not matter
 * @param originalMessageId of the returned mail; empty where that does not matter
 */
record PatternTest(
        String pattern,
        String mail,
        Outcome kind,
        List<String> recipients,
        Optional<String> status,
        Optional<String> originalMessageId,
        Place place) {

    static PatternTest read(YamlMap map, String pattern, Outcome outcome, Problems problems) {
        YamlReader keys = new YamlReader(map, problems);
        StringBuilder mail = new StringBuilder();
        mail.append("From: ").append(keys.text("from").orElse("MAILER-DAEMON@mx.example.net"));
        mail.append("\r\nSubject: ").append(keys.text("subject").orElse("Returned mail"));
        keys.textMap("headers").forEach((name, value) -> mail.append("\r\n" + name + ": " + value));
        mail.append("\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n");
        mail.append(map.text("body").orElse("").replace("\n", "\r\n"));
        keys.node("body");
        PatternTest test = new PatternTest(
                pattern,
                mail.toString(),
                keys.choice("kind", Outcome.class).orElse(outcome),
                keys.texts("recipients"),
                keys.text("status"),
                keys.text("originalMessageId"),
                map.place());
        keys.rejectUnknown();
        return test;
    }

    /** Runs it; empty when it passes. */
    Optional<Problem> run(KindDetector detector) {
        Classification found = detector.detect(read());
        Bounce bounce = found.bounce();
        List<BounceRecipient> named = bounce == null ? List.of() : bounce.recipients();
        List<String> addresses = named.stream().map(BounceRecipient::address).toList();
        if (outcome(found) != kind) {
            return failed("kind: " + word(kind), word(outcome(found)) + "; " + found.reason());
        }
        if (!recipients.isEmpty() && !recipients.equals(addresses)) {
            return failed("recipients: " + recipients, addresses.toString());
        }
        String first = named.isEmpty() ? "none" : String.valueOf(named.get(0).status());
        if (status.isPresent() && !status.get().equals(first)) {
            return failed("status: " + status.get(), first);
        }
        String id = bounce == null ? "none" : String.valueOf(bounce.originalMessageId());
        return originalMessageId.isPresent() && !originalMessageId.get().equals(id)
                ? failed("originalMessageId: " + originalMessageId.get(), id)
                : Optional.empty();
    }

    private Optional<Problem> failed(String expected, String found) {
        return Optional.of(Problem.error(
                place, "test of bounce pattern " + pattern + ": expected " + expected + ", found " + found));
    }

    private static Outcome outcome(Classification found) {
        Bounce bounce = found.bounce();
        return switch (found.kind()) {
            case DELIVERY_FAILURE -> Outcome.FAILURE;
            case DELIVERY_REPORT -> isAbout(bounce, "abuse") ? Outcome.COMPLAINT : Outcome.DELAY;
            case AUTO_REPLY -> Outcome.AUTO_REPLY;
            default -> Outcome.MESSAGE;
        };
    }

    private static boolean isAbout(@Nullable Bounce bounce, String action) {
        return bounce != null && bounce.recipients().stream().anyMatch(one -> action.equals(one.action()));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private MailMessage read() {
        try {
            return new MimeReader().read(RawSource.of(mail.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
    }
}
