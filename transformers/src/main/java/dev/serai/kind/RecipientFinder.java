package dev.serai.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in the words of a mail system whom it did not reach, and the line that says why. */
final class RecipientFinder {
    private static final Phrases MARKERS = Phrases.of("recipient-markers");
    private static final Phrases FAILURES = Phrases.of("sentences-failure");
    private static final Pattern LEADING =
            Pattern.compile("^\\s{0,20}(?:[Tt][Oo]\\s?:\\s?)?<([^<>\\s@]{1,128}@[^<>\\s@]{1,255})>:?.*");
    private static final Pattern ALONE = Pattern.compile(
            "^[\\s*>•·\"'-]{0,20}<?(?:smtp:|mailto:|rfc822;)?([^<>\\s\"'()@]{1,128}@[^<>\\s\"'()@]{1,255}?)>?[\"']?[.:;,]?\\s*(?:\\(.*|\\[.*|on \\S.*|<[^<>]{1,300}>.*|\\.\\.\\. .*|: .*)?$");
    private static final Pattern COMMAND =
            Pattern.compile("(?i)rcpt to\\s?:\\s{0,3}<?([^<>\\s@]{1,128}@[^<>\\s@:;,)]{1,255})");
    private static final Pattern ALIAS = Pattern.compile(
            "(?i)(?:generated|expanded) (?:from|by):?\\s{1,3}<?([^<>\\s()@]{1,128}@[^<>\\s()@]{1,255})");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?i)mail from\\s?:|message-id|^\\s*(?:from|sender|reply-to|return-path|received|date|subject)\\s?:"
                    + "|reporting-mta|original sender"
                    + "|(?:contact|questions?|assistance|help desk|postmaster)\\b(?![\\w.+-]{0,60}@)|forward (?:this|the)");
    private static final Set<String> NOBODY = Set.of("postmaster", "mailer-daemon", "hostmaster", "mailmaster");
    private static final int MOST = 500;
    private static final int REACH = 8;

    private final List<String> lines;
    private final Predicate<String> excluded;
    private final Map<String, Found> found = new LinkedHashMap<>();

    /** An address as it was written, and the line where it was. */
    private record Found(String address, int line) {}

    /**
     * Looks at lines.
     *
     * @param excluded whether a lower-case address is known to be somebody else's, such as that of the sender
     */
    RecipientFinder(List<String> lines, Predicate<String> excluded) {
        this.lines = lines;
        this.excluded = excluded;
    }

    /** The recipients in the order in which they are named, with their status and the words about it. */
    List<BounceRecipient> find(String action) {
        collect(LEADING);
        behindMarkers();
        if (found.isEmpty()) {
            collect(ALONE);
        }
        if (found.isEmpty()) {
            collectAnywhere(COMMAND);
        }
        if (found.isEmpty()) {
            inReplies();
        }
        if (found.isEmpty()) {
            collectAnywhere(ALIAS);
        }
        return recipients(action);
    }

    private void collect(Pattern pattern) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = pattern.matcher(lines.get(i));
            if (lines.get(i).indexOf('@') > 0
                    && !ELSEWHERE.matcher(lines.get(i)).find()
                    && matcher.matches()) {
                add(matcher.group(1), i);
            }
        }
    }

    private void collectAnywhere(Pattern pattern) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = pattern.matcher(lines.get(i));
            if (matcher.find()) {
                add(matcher.group(1), i);
            }
        }
    }

    /** Addresses in a line that calls them recipients, and in the lines below it. */
    private void behindMarkers() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String lower = line.toLowerCase(Locale.ROOT);
            if (!MARKERS.in(lower) || ELSEWHERE.matcher(line).find()) {
                continue;
            }
            List<String> here = Addresses.in(line);
            if (!here.isEmpty()) {
                add(here.get(here.size() > 1 && lower.contains("from") ? here.size() - 1 : 0), i);
            } else {
                below(i);
            }
        }
    }

    private static boolean isTitle(String line) {
        return line.contains("--") || line.contains("==");
    }

    private void below(int marker) {
        int seen = 0;
        for (int i = marker + 1; i < lines.size() && seen < REACH; i++) {
            String line = lines.get(i);
            Matcher alone = ALONE.matcher(line);
            if (line.isBlank()) {
                continue;
            }
            if (line.indexOf('@') > 0 && !ELSEWHERE.matcher(line).find() && alone.matches()) {
                add(alone.group(1), i);
                seen = 0;
            } else {
                seen += isTitle(line) ? REACH : 2;
            }
        }
    }

    private void inReplies() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean speaks = StatusCode.isReply(line)
                    || StatusCode.enhanced(line) != null
                    || FAILURES.in(line.toLowerCase(Locale.ROOT));
            if (speaks && !ELSEWHERE.matcher(line).find()) {
                for (String address : Addresses.in(line)) {
                    add(address, i);
                }
            }
        }
    }

    private void add(String address, int line) {
        String clean = Addresses.clean(address);
        if (clean == null || clean.indexOf('@') <= 0 || found.size() >= MOST) {
            return;
        }
        String key = clean.toLowerCase(Locale.ROOT);
        boolean nobody = NOBODY.contains(key.substring(0, key.indexOf('@')));
        if (!nobody && !excluded.test(key) && clean.indexOf('@') == clean.lastIndexOf('@')) {
            found.putIfAbsent(key, new Found(clean, line));
        }
    }

    private List<BounceRecipient> recipients(String action) {
        List<Found> all = new ArrayList<>(found.values());
        List<BounceRecipient> recipients = new ArrayList<>();
        String common = null;
        for (int i = 0; i < all.size(); i++) {
            int from = all.get(i).line();
            int next = i + 1 < all.size() ? all.get(i + 1).line() : lines.size();
            int to = next > from ? next : lines.size();
            String reason = reason(lines.subList(from, Math.min(to, from + 12)));
            if (reason == null) {
                common = common == null ? orEmpty(reason(lines)) : common;
                reason = common.isEmpty() ? null : common;
            }
            recipients.add(new BounceRecipient(all.get(i).address(), action, StatusCode.find(reason), reason));
        }
        return recipients;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The line with an enhanced status, else the one with a reply code; null where there is neither. */
    static @Nullable String reason(List<String> lines) {
        for (String line : lines) {
            if (StatusCode.enhanced(line) != null) {
                return line;
            }
        }
        for (String line : lines) {
            if (StatusCode.isReply(line)) {
                return line;
            }
        }
        return null;
    }
}
