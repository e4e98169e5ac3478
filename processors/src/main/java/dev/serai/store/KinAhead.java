package dev.serai.store;

import dev.serai.interaction.PointName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the ledger knows of the mails of a group, read in one statement a mailbox, until the group itself writes of them. */
final class KinAhead {
    private final Map<Mailbox, List<Arrival>> wanted = new LinkedHashMap<>();
    private final Map<Arrival, Kin> known = new HashMap<>();
    private final Set<Trait> written = new HashSet<>();

    /** One mailbox. */
    record Mailbox(String tenant, PointName point) {}

    /** One thing by which mails of a mailbox are known again. */
    private record Trait(Mailbox mailbox, String value) {
        /** Of a position, a digest and a Message-ID none looks like another. */
        static Stream<Trait> of(String tenant, PointName point, @Nullable String... values) {
            Mailbox mailbox = new Mailbox(tenant, point);
            return Stream.of(values).filter(Objects::nonNull).map(value -> new Trait(mailbox, value));
        }
    }

    void want(Arrival arrival) {
        wanted.computeIfAbsent(new Mailbox(arrival.tenant(), arrival.point()), any -> new ArrayList<>())
                .add(arrival);
    }

    void read(KinTable kin) {
        wanted.forEach((mailbox, arrivals) -> known.putAll(kin.of(mailbox, arrivals)));
        wanted.clear();
    }

    Optional<Kin> find(Arrival arrival) {
        return Trait.of(
                                arrival.tenant(),
                                arrival.point(),
                                arrival.position(),
                                arrival.raw().sha256(),
                                arrival.messageId())
                        .anyMatch(written::contains)
                ? Optional.empty()
                : Optional.ofNullable(known.get(arrival));
    }

    void wrote(LedgerEntry entry) {
        Trait.of(entry.tenant(), entry.point(), entry.position(), entry.rawDigest(), entry.messageId())
                .forEach(written::add);
    }
}
