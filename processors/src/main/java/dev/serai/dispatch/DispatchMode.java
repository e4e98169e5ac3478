package dev.serai.dispatch;

import java.util.Locale;

/** What happens with mail that wants to leave: the setting `serai.dispatch.mode`. */
public enum DispatchMode {
    /** It waits. */
    HOLD,
    /** It goes to its recipients. */
    LIVE,
    /** It goes to one address of ours instead. */
    DIVERT;

    /** Lower-case, as in the setting. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DispatchMode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
