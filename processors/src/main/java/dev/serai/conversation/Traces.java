package dev.serai.conversation;

import dev.serai.files.MailboxDefinition.JoinBySubject;
import dev.serai.interaction.BounceInfo;
import dev.serai.interaction.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what in a mail points to a thread, the strongest first; of References the newest twenty and the first. */
final class Traces {
    private static final int MOST_REFERENCES = 20;
    private static final int MOST_RECIPIENTS = 100;
    /** What servers write down of the envelope; a list or a Bcc hides the address from To and Cc. */
    private static final Set<String> ENVELOPE =
            Set.of("delivered-to", "x-delivered-to", "x-original-to", "envelope-to", "x-envelope-to");

    private final ThreadTokens tokens;

    Traces(ThreadTokens tokens) {
        this.tokens = tokens;
    }

    List<Trace> of(Content content, JoinBySubject bySubject) {
        List<Trace> traces = new ArrayList<>();
        recipients(content)
                .flatMap(address -> tokens.inAddress(address).stream())
                .distinct()
                .forEach(token -> traces.add(new Trace(Signal.REPLY_ADDRESS, null, token)));
        messageIds(content).forEach(traces::add);
        if (bySubject != JoinBySubject.NEVER && content.subject() != null) {
            tokens.inSubject(content.subject())
                    .ifPresent(token -> traces.add(new Trace(Signal.SUBJECT_TOKEN, null, token)));
        }
        return traces;
    }

    /** Those that name another mail. */
    List<Trace> messageIds(Content content) {
        List<Trace> traces = new ArrayList<>();
        if (content.inReplyTo() != null) {
            traces.add(trace(Signal.IN_REPLY_TO, content.inReplyTo()));
        }
        BounceInfo bounce = content.bounce();
        if (bounce != null) {
            report(bounce, traces);
        }
        List<String> references = content.references();
        int oldest = Math.max(0, references.size() - MOST_REFERENCES);
        for (int i = references.size() - 1; i >= oldest; i--) {
            traces.add(trace(Signal.REFERENCES, references.get(i)));
        }
        if (oldest > 0) {
            traces.add(trace(Signal.REFERENCES, references.get(0)));
        }
        return traces;
    }

    /** A provider may have given the mail another id; then what that mail answered leads to its thread. */
    private void report(BounceInfo bounce, List<Trace> traces) {
        if (bounce.originalMessageId() != null) {
            traces.add(trace(Signal.REPORT, bounce.originalMessageId()));
        }
        if (bounce.otherIds() != null) {
            bounce.otherIds().stream().limit(MOST_REFERENCES).forEach(id -> traces.add(trace(Signal.REPORT, id)));
        }
    }

    private Trace trace(Signal signal, String messageId) {
        return new Trace(signal, messageId, tokens.inMessageId(messageId).orElse(null));
    }

    private static Stream<String> recipients(Content content) {
        Stream<String> addressed =
                Stream.concat(content.to().stream(), content.cc().stream()).map(party -> party.address());
        Stream<String> delivered = content.headers()
                .lines()
                .filter(line -> line.indexOf(':') > 0)
                .filter(line -> ENVELOPE.contains(
                        line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT)))
                .map(line -> line.substring(line.indexOf(':') + 1).strip().replaceAll("[<>]", ""));
        return Stream.concat(addressed, delivered).limit(MOST_RECIPIENTS);
    }
}
