package dev.serai.store;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.Content;
import dev.serai.interaction.Party;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The addresses that take part in a mail as one column: lower case, one a line, a hundred at the most. */
final class Participants {
    private static final int MOST = 100;
    private static final int LONGEST = 320;
    /** Kinds of mail that machines write: anybody can send one that names a mail of ours. */
    private static final Set<String> MACHINES =
            Set.of("delivery-failure", "delivery-report", "disposition", "auto-reply");

    private Participants() {}

    /** Null where there are none, and of what nobody asks the sender of: it makes nobody known in a thread. */
    static @Nullable String of(Content content) {
        if (MACHINES.contains(content.kind())) {
            return null;
        }
        Stream<Party> from = content.from() == null ? Stream.of() : Stream.of(content.from());
        Stream<Party> others = Stream.of(content.replyTo(), content.to(), content.cc(), content.bcc())
                .flatMap(Collection::stream);
        String all = Stream.concat(from, others)
                .map(party -> CleanText.of(party.address()).strip().toLowerCase(Locale.ROOT))
                .filter(address -> !address.isEmpty() && address.length() <= LONGEST && address.indexOf('\n') < 0)
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining("\n"));
        return all.isEmpty() ? null : all;
    }

    static Set<String> read(@Nullable String column) {
        return column == null ? Set.of() : Set.copyOf(List.of(column.split("\n")));
    }
}
