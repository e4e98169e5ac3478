package dev.serai.rest;

import dev.serai.dispatch.Fault;
import dev.serai.files.Belonging;
import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchFilter;
import dev.serai.store.DispatchRow;
import dev.serai.store.DispatchRow.State;
import dev.serai.store.Tx;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which dispatches are meant; what is null counts for all.
 *
 * @param states any of them; none = all
 * @param host of the mail server, with or without its port
 * @param cause the kind of fault of the latest try
 */
record DispatchQuery(
        Collection<State> states,
        @Nullable AccountName account,
        @Nullable String host,
        @Nullable String cause) {

    static State state(String word) {
        try {
            return State.of(word);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("'" + word
                    + "' is no state; expected pending, sending, sent, deferred, uncertain, failed or cancelled");
        }
    }

    /** Kinds of faults, as tries have them. */
    static String cause(String word) {
        List<String> kinds =
                Arrays.stream(Fault.Kind.values()).map(Fault.Kind::word).toList();
        if (!kinds.contains(word)) {
            throw new IllegalArgumentException(
                    "'" + word + "' is no cause; expected one of " + String.join(", ", kinds));
        }
        return word;
    }

    /** One that is declared and not another tenant's, or that has dispatches of the tenants still. */
    static AccountName account(String word, RestDependencies hub, List<String> tenants) {
        AccountName name = AccountName.of(word);
        Generation files = hub.config().get().generation();
        List<String> there = files.accounts().values().stream()
                .filter(account -> tenants.stream().anyMatch(tenant -> Belonging.may(tenant, account)))
                .map(account -> account.name().value())
                .sorted()
                .toList();
        DispatchQuery left = new DispatchQuery(List.of(), name, null, null);
        if (there.contains(word)
                || !hub.store()
                        .read(tx -> left.find(tx, tenants, files, null, 1))
                        .isEmpty()) {
            return name;
        }
        throw new IllegalArgumentException("there is no account '" + word + "'" + Nearest.hint(word, there));
    }

    DispatchQuery of(Collection<State> others) {
        return new DispatchQuery(others, account, host, cause);
    }

    boolean isAll() {
        return states.isEmpty() && account == null && host == null && cause == null;
    }

    /** The newest of them in some tenants. */
    List<DispatchRow> find(
            Tx tx, List<String> tenants, Generation files, @Nullable InteractionId olderThan, int limit) {
        DispatchFilter filter = filter(files).limit(limit);
        if (olderThan != null) {
            filter.olderThan(olderThan.value());
        }
        return tenants.stream()
                .flatMap(tenant -> tx.dispatchOverview().find(tenant, filter).stream())
                .sorted(Comparator.comparing((DispatchRow row) -> row.id().value())
                        .reversed())
                .limit(limit)
                .toList();
    }

    private DispatchFilter filter(Generation files) {
        DispatchFilter filter = DispatchFilter.all();
        if (!states.isEmpty()) {
            filter.states(states);
        }
        if (account != null) {
            filter.accounts(List.of(account));
        }
        if (host != null) {
            String wanted = host.toLowerCase(Locale.ROOT);
            filter.accounts(files.accounts().values().stream()
                    .filter(one -> Outgoing.host(one).equals(wanted)
                            || one.server().host().equalsIgnoreCase(wanted))
                    .map(one -> one.name())
                    .toList());
        }
        if (cause != null) {
            filter.cause(cause);
        }
        return filter;
    }
}
