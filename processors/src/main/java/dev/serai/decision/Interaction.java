package dev.serai.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The interaction that is decided on, read-only, with what the run found out so far. Tests make one with {@link #mail}.
 *
 * @param kind message, auto-reply, delivery-failure, delivery-report or disposition
 * @param text the plain text, made from HTML where there is no other
 * @param newText the text apart from quoted mail and signature
 * @param language BCP 47 tag; null where nobody knows
 * @param capturePoint empty where the hub itself made it
 * @param priority 0 to 100, as the run has changed it so far
 * @param placement how often it arrived in a queue, from 1
 * @param userData with what the run attached so far
 * @param rules the screening rules that matched in this run, as {@code group/name}
 * @param now the time of the run; take it in place of the clock, so that tests can set it
 */
public record Interaction(
        String id,
        String kind,
        String type,
        String subtype,
        String mediaType,
        String subject,
        String text,
        String newText,
        @Nullable Address from,
        List<Address> to,
        List<Address> cc,
        List<Attachment> attachments,
        @Nullable String language,
        String capturePoint,
        @Nullable String externalId,
        String threadId,
        Instant receivedAt,
        int priority,
        int placement,
        Map<String, Object> userData,
        List<String> rules,
        Instant now) {

    /** Keeps copies. */
    public Interaction {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        attachments = List.copyOf(attachments);
        userData = Collections.unmodifiableMap(new LinkedHashMap<>(userData));
        rules = List.copyOf(rules);
    }

    /** A mail for tests: inbound, of a person, in its first queue. */
    public static Interaction mail(String fromAddress, String subject, String text) {
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        return new Interaction(
                "00000000-0000-7000-8000-000000000000",
                "message",
                "Inbound",
                "InboundNew",
                "email",
                subject,
                text,
                text,
                new Address(null, fromAddress),
                List.of(),
                List.of(),
                List.of(),
                null,
                "",
                null,
                "00000000-0000-7000-8000-000000000000",
                now,
                0,
                1,
                Map.of(),
                List.of(),
                now);
    }

    /** The same with a user data value, for tests. */
    public Interaction with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(userData);
        more.put(key, value);
        return with(more, rules);
    }

    /** The same with a matched rule, for tests. */
    public Interaction withRule(String rule) {
        List<String> more = new ArrayList<>(rules);
        more.add(rule);
        return with(userData, more);
    }

    private Interaction with(Map<String, Object> data, List<String> matched) {
        return new Interaction(
                id,
                kind,
                type,
                subtype,
                mediaType,
                subject,
                text,
                newText,
                from,
                to,
                cc,
                attachments,
                language,
                capturePoint,
                externalId,
                threadId,
                receivedAt,
                priority,
                placement,
                data,
                matched,
                now);
    }

    /** The sender's bare address; empty where there is none. */
    public String fromAddress() {
        return from == null ? "" : from.address();
    }

    /** A user data value as text. */
    public Optional<String> data(String key) {
        return Optional.ofNullable(userData.get(key)).map(Object::toString);
    }

    /** Whether a rule ({@code group/name}) or any rule of a group matched. */
    public boolean matched(String ruleOrGroup) {
        return rules.stream().anyMatch(rule -> rule.equals(ruleOrGroup) || rule.startsWith(ruleOrGroup + "/"));
    }

    /** Nothing of the mail gets into a log by way of its text form. */
    @Override
    public String toString() {
        return "interaction " + id;
    }
}
