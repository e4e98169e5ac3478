package dev.serai.rest;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.interaction.AccountName;
import dev.serai.rest.AccountReport.Group;
import dev.serai.store.AlertTable.Alert;
import dev.serai.store.DispatchGroup;
import dev.serai.store.DispatchRow.State;
import dev.serai.store.OperateTable.Paused;
import dev.serai.store.Tx;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads how it stands with the way out, by account. */
final class Outgoing {
    private static final Set<State> TO_LEAVE = Set.of(State.PENDING, State.SENDING, State.DEFERRED);

    private final RestDependencies hub;
    private final Realm realm;
    private final Generation generation;
    private final Instant now;
    private final List<DispatchGroup> groups;
    private final Map<String, Instant> paused;
    private final List<Alert> alerts;

    private Outgoing(RestDependencies hub, Realm realm, Tx tx) {
        this.hub = hub;
        this.realm = realm;
        this.generation = hub.config().get().generation();
        this.now = tx.now();
        this.groups = tx.dispatchOverview().groups(realm.rows());
        this.paused = tx.operate().paused().stream()
                .filter(one -> one.kind().equals("account"))
                .collect(Collectors.toMap(Paused::name, Paused::since));
        this.alerts = tx.alerts().all();
    }

    /** Accounts, the worst first, then in the order of their names; to a tenant those that its mail may leave by. */
    static List<AccountReport> read(RestDependencies hub, Realm realm) {
        Outgoing outgoing = hub.store().read(tx -> new Outgoing(hub, realm, tx));
        Set<AccountName> names = new TreeSet<>();
        outgoing.generation.accounts().values().stream()
                .filter(realm::sees)
                .forEach(account -> names.add(account.name()));
        outgoing.groups.forEach(group -> names.add(group.account()));
        return names.stream()
                .map(outgoing::report)
                .sorted(Comparator.comparingInt(AccountReport::rank))
                .toList();
    }

    private AccountReport report(AccountName name) {
        AccountDefinition account = generation.accounts().get(name);
        List<DispatchGroup> own =
                groups.stream().filter(group -> group.account().equals(name)).toList();
        List<DispatchGroup> waiting =
                own.stream().filter(group -> TO_LEAVE.contains(group.state())).toList();
        long count = waiting.stream().mapToLong(DispatchGroup::count).sum();
        Optional<Halt> halt = Optional.ofNullable(account).flatMap(known -> halt(known, own));
        String state = state(account, name, halt.isPresent(), count);
        String host = account == null ? null : host(account);
        return new AccountReport(
                name,
                state,
                host,
                state.equals("paused")
                        ? paused.get(name.value())
                        : halt.filter(found -> state.equals("failing"))
                                .map(Halt::since)
                                .orElse(null),
                halt.map(found -> found.nextTry(waiting)).orElse(null),
                optional(account, AccountDefinition::owner),
                optional(account, AccountDefinition::tenant),
                count,
                waiting.stream()
                        .map(DispatchGroup::oldest)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                Faults.problem(state, host, count, halt),
                Faults.press(state, name.value(), halt),
                own.stream().map(group -> group(group, name)).toList());
    }

    private Optional<Halt> halt(AccountDefinition account, List<DispatchGroup> own) {
        return Halt.of(account, hub.wayOut(), realm.isAll() || !account.isShared(), own, alerts, now);
    }

    private String state(@Nullable AccountDefinition account, AccountName name, boolean halted, long waiting) {
        if (account == null) {
            return waiting > 0 ? "undeclared" : "gone";
        } else if (!account.enabled()) {
            return "disabled";
        } else if (paused.containsKey(name.value())) {
            return "paused";
        }
        return halted ? "failing" : "running";
    }

    private static Group group(DispatchGroup group, AccountName account) {
        return new Group(
                group.state().word(),
                group.cause(),
                group.step(),
                group.count(),
                group.since(),
                group.latest(),
                group.oldest(),
                group.nextAt(),
                group.words(),
                group.example(),
                Faults.press(group, account.value()));
    }

    static String host(AccountDefinition account) {
        return account.server().host() + ":" + account.server().port();
    }

    private static <T> @Nullable T optional(
            @Nullable AccountDefinition account, Function<AccountDefinition, Optional<T>> what) {
        return account == null ? null : what.apply(account).orElse(null);
    }
}
