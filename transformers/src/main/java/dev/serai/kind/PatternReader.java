package dev.serai.kind;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the words of a mail system by the expressions of its pattern. */
final class PatternReader {
    private static final int MOST = 500;
    private final BouncePattern pattern;
    private final Predicate<String> excluded;
    private final Map<String, BounceRecipient> recipients = new LinkedHashMap<>();

    PatternReader(BouncePattern pattern, Predicate<String> excluded) {
        this.pattern = pattern;
        this.excluded = excluded;
    }

    /** The recipients that the pattern finds, each with the status and the reason that stand nearest behind it. */
    List<BounceRecipient> find(List<String> lines, String action) {
        if (pattern.recipient() == null) {
            return List.of();
        }
        boolean started = pattern.start() == null;
        String last = null;
        String status = null;
        String reason = null;
        for (String line : lines) {
            started = started || matches(pattern.start(), line);
            if (!started) {
                continue;
            }
            String address = address(line);
            last = address == null ? last : address;
            String statusHere = group(pattern.status(), line);
            String reasonHere = group(pattern.reason(), line);
            status = status == null ? statusHere : status;
            reason = reason == null ? reasonHere : reason;
            note(last, action, statusHere == null ? guess(line) : statusHere, reasonHere);
            if (address == null && matches(pattern.end(), line)) {
                break;
            }
        }
        return complete(action, status, reason);
    }

    private @Nullable String address(String line) {
        String found = group(pattern.recipient(), line);
        String address = found == null ? null : Addresses.clean(found);
        boolean usable = address != null && !excluded.test(address.toLowerCase(Locale.ROOT));
        return usable ? address : null;
    }

    private @Nullable String guess(String line) {
        boolean ofPattern = pattern.status() != null;
        return ofPattern ? null : StatusCode.find(line);
    }

    /** Adds what a line tells to the recipient above it; what was said first counts, but a full status beats a class. */
    private void note(@Nullable String address, String action, @Nullable String status, @Nullable String reason) {
        if (address == null || recipients.size() >= MOST) {
            return;
        }
        recipients.merge(
                address.toLowerCase(Locale.ROOT),
                new BounceRecipient(address, action, status, reason),
                (old, more) -> new BounceRecipient(
                        old.address(),
                        action,
                        better(old.status(), more.status()),
                        old.diagnostic() == null ? more.diagnostic() : old.diagnostic()));
    }

    private static @Nullable String better(@Nullable String old, @Nullable String more) {
        boolean vague = old == null || (old.endsWith(".0.0") && more != null && more.charAt(0) == old.charAt(0));
        return vague && more != null ? more : old;
    }

    private List<BounceRecipient> complete(String action, @Nullable String status, @Nullable String reason) {
        List<BounceRecipient> complete = new ArrayList<>();
        for (BounceRecipient one : recipients.values()) {
            String why = one.diagnostic() == null ? reason : one.diagnostic();
            String code = one.status() == null ? StatusCode.find(status == null ? why : status) : one.status();
            complete.add(new BounceRecipient(one.address(), action, code, why));
        }
        return complete;
    }

    static boolean matches(@Nullable Pattern pattern, String line) {
        return pattern != null && pattern.matcher(line).find();
    }

    private static @Nullable String group(@Nullable Pattern pattern, String line) {
        if (pattern == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                return matcher.group(i);
            }
        }
        return matcher.group();
    }
}
