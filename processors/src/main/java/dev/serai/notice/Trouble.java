package dev.serai.notice;

import dev.serai.store.DispatchGroup;
import dev.serai.store.DispatchRow.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why nothing at all leaves by an account, as far as its mail tells: the latest tries met what every mail would meet. */
public final class Trouble {
    private static final Set<String> OF_SERVER = Set.of("unreachable", "tls", "unavailable", "login", "credentials");

    /** Before MAIL nothing was said of a mail. */
    private static final Set<String> EARLY = Set.of("connect", "tls", "greeting", "ehlo", "starttls", "login");

    private static final Set<State> WAITING = Set.of(State.PENDING, State.SENDING, State.DEFERRED);

    /** Where it lasts, one mail tries it more often than that. */
    private static final Duration MEMORY = Duration.ofMinutes(25);

    private Trouble() {}

    /** @param groups what has not left by the account */
    public static Optional<DispatchGroup> among(List<DispatchGroup> groups, Instant now) {
        return groups.stream()
                .filter(group -> WAITING.contains(group.state())
                        && isOfServer(group)
                        && group.latest().isAfter(now.minus(MEMORY)))
                .max(Comparator.comparing(DispatchGroup::latest));
    }

    static boolean isOfServer(DispatchGroup group) {
        String cause = group.cause();
        return cause != null && (OF_SERVER.contains(cause) || EARLY.contains("" + group.step()));
    }
}
