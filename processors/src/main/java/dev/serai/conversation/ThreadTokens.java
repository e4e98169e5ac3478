package dev.serai.conversation;

import dev.serai.files.SecretMissing;
import dev.serai.files.Settings;
import dev.serai.interaction.InteractionId;
import dev.serai.store.Store;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signed names of interactions in the mails that we send, by which an answer is known again: nobody who never got such a
 * mail can make one. The first key signs, all are accepted. Safe for several threads.
 */
public final class ThreadTokens {
    /** What stands before the token in the part before the `@`: `support+c.TOKEN@example.com`. */
    static final String MARK = "+c.";

    /** Characters of a token in an address or a subject: id and signature in base 32. */
    static final int LENGTH = 42;

    /** The longest part before the `@` that leaves room for a token (RFC 5321 section 4.5.3.1.1: 64 octets). */
    public static final int LONGEST_LOCAL_PART = 64 - MARK.length() - LENGTH;

    private static final Pattern MESSAGE_ID =
            Pattern.compile("<(?:thread\\.)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([a-z2-7]{16})@[^<>]*>");
    private static final Pattern ADDRESS = Pattern.compile("[^@]*\\+c\\.([a-z2-7]{42})@[^@]*");
    private static final Pattern SUBJECT = Pattern.compile("(?i)\\[#([a-z2-7]{42})]");

    private final Supplier<List<TokenKey>> keys;

    ThreadTokens(Supplier<List<TokenKey>> keys) {
        this.keys = keys;
    }

    /**
     * Tokens of fixed secrets, the first of which signs.
     *
     * @throws IllegalArgumentException when there is none, or one has fewer than 16 characters
     */
    public static ThreadTokens of(String... secrets) {
        List<TokenKey> fixed = List.of(secrets).stream().map(TokenKey::of).toList();
        if (fixed.isEmpty()) {
            throw new IllegalArgumentException("there is no key to sign with; expected one at least");
        }
        return new ThreadTokens(() -> fixed);
    }

    /**
     * The tokens of a hub, by `serai.threads.secret` and the key that its database keeps.
     *
     * @throws SecretMissing when the setting's reference leads nowhere
     * @throws IllegalArgumentException when a key is too short
     */
    public static ThreadTokens of(Settings settings, Store store, Clock clock) {
        return new ThreadTokens(TokenKeys.of(settings, store, clock));
    }

    /**
     * Something that looks like a token of ours.
     *
     * @param id the interaction that it names
     * @param valid whether one of our keys signed it
     */
    public record Read(InteractionId id, boolean valid) {}

    /** The Message-ID of an interaction's mail: `<ID.SIGNATURE@domain>`. */
    public String messageId(InteractionId id, String domain) {
        return "<" + id.value() + "." + signature(id) + "@" + domain + ">";
    }

    /** What stands first in the References of every mail of a thread, whatever a relay makes of Message-IDs. */
    public String anchor(InteractionId thread, String domain) {
        return "<thread." + thread.value() + "." + signature(thread) + "@" + domain + ">";
    }

    /** Whether a reference is an anchor by its form, and therefore no mail's Message-ID. */
    static boolean isAnchor(String messageId) {
        Matcher form = MESSAGE_ID.matcher(messageId.toLowerCase(Locale.ROOT));
        return form.matches() && messageId.regionMatches(true, 1, "thread.", 0, "thread.".length());
    }

    /**
     * The address with the token as its detail (RFC 5233).
     *
     * @throws IllegalArgumentException when the part before the `@` leaves no room for it
     */
    public String address(String address, InteractionId id) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART) {
            throw new IllegalArgumentException("'" + address + "' has no room for a token; expected at most "
                    + LONGEST_LOCAL_PART + " characters before the @");
        }
        return address.substring(0, at) + MARK + token(id) + address.substring(at);
    }

    /** The subject with the token behind it, `[#TOKEN]`, in place of those that it had. */
    public String subject(String subject, InteractionId id) {
        return (SUBJECT.matcher(subject).replaceAll("").strip() + " [#" + token(id) + "]").strip();
    }

    /** The token of a Message-ID or reference in its angle brackets; empty when it does not look like one of ours. */
    public Optional<Read> inMessageId(String messageId) {
        Matcher ours = MESSAGE_ID.matcher(messageId.toLowerCase(Locale.ROOT));
        return ours.matches()
                ? Base32.decode(ours.group(2)).map(mac -> read(InteractionId.of(ours.group(1)), mac))
                : Optional.empty();
    }

    /** The token of an address. */
    public Optional<Read> inAddress(String address) {
        Matcher ours = ADDRESS.matcher(address.toLowerCase(Locale.ROOT).strip());
        return ours.matches() ? read(ours.group(1)) : Optional.empty();
    }

    /** The first token of a subject. */
    public Optional<Read> inSubject(String subject) {
        Matcher ours = SUBJECT.matcher(subject);
        return ours.find() ? read(ours.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private Optional<Read> read(String token) {
        return Base32.decode(token).map(ByteBuffer::wrap).map(bytes -> {
            UUID id = new UUID(bytes.getLong(), bytes.getLong());
            byte[] mac = new byte[TokenKey.MAC_BYTES];
            bytes.get(mac);
            return read(InteractionId.of(id.toString()), mac);
        });
    }

    private Read read(InteractionId id, byte[] mac) {
        return new Read(id, keys.get().stream().anyMatch(key -> key.isOf(id, mac)));
    }

    private String token(InteractionId id) {
        UUID uuid = UUID.fromString(id.value());
        return Base32.encode(ByteBuffer.allocate(16 + TokenKey.MAC_BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .put(keys.get().get(0).sign(id))
                .array());
    }

    private String signature(InteractionId id) {
        return Base32.encode(keys.get().get(0).sign(id));
    }
}
