package dev.serai.rest;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.interaction.AccountName;
import dev.serai.notice.AccountAlerts;
import dev.serai.notice.Trouble;
import dev.serai.rest.AccountReport.Group;
import dev.serai.store.AlertTable.Alert;
import dev.serai.store.DispatchGroup;
import dev.serai.store.DispatchRow.State;
import dev.serai.store.OperateTable.Paused;
import dev.serai.store.Store;
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

    private final Generation generation;
    private final List<DispatchGroup> groups;
    private final Map<String, Instant> paused;
    private final List<Alert> alerts;

    private Outgoing(Generation generation, List<DispatchGroup> groups, List<Paused> paused, List<Alert> alerts) {
        this.alerts = alerts;
        this.generation = generation;
        this.groups = groups;
        this.paused = paused.stream()
                .filter(one -> one.kind().equals("account"))
                .collect(Collectors.toMap(Paused::name, Paused::since));
    }

    /** Accounts in the order of their names; to a tenant those that its mail may leave by. */
    static List<AccountReport> read(Store store, Generation generation, Realm realm) {
        Outgoing outgoing = store.read(tx -> read(tx, generation, realm));
        Set<AccountName> names = new TreeSet<>();
        generation.accounts().values().stream().filter(realm::sees).forEach(account -> names.add(account.name()));
        outgoing.groups.forEach(group -> names.add(group.account()));
        return names.stream().map(outgoing::report).toList();
    }

    private static Outgoing read(Tx tx, Generation generation, Realm realm) {
        return new Outgoing(
                generation,
                tx.dispatches().groups(realm.rows()),
                tx.operate().paused(),
                tx.alerts().all());
    }

    private AccountReport report(AccountName name) {
        AccountDefinition account = generation.accounts().get(name);
        List<DispatchGroup> own =
                groups.stream().filter(group -> group.account().equals(name)).toList();
        List<DispatchGroup> waiting =
                own.stream().filter(group -> TO_LEAVE.contains(group.state())).toList();
        Optional<DispatchGroup> trouble = Trouble.among(own);
        long count = waiting.stream().mapToLong(DispatchGroup::count).sum();
        String state = state(account, name, trouble, count);
        return new AccountReport(
                name,
                state,
                account == null ? null : host(account),
                since(name, state, trouble),
                optional(account, AccountDefinition::owner),
                optional(account, AccountDefinition::tenant),
                count,
                waiting.stream()
                        .map(DispatchGroup::oldest)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                Faults.problem(state, account == null ? null : host(account), count, trouble),
                Faults.press(state, name.value(), trouble),
                own.stream().map(group -> group(group, name)).toList());
    }

    private String state(
            @Nullable AccountDefinition account, AccountName name, Optional<DispatchGroup> trouble, long waiting) {
        if (account == null) {
            return waiting > 0 ? "undeclared" : "gone";
        } else if (!account.enabled()) {
            return "disabled";
        } else if (paused.containsKey(name.value())) {
            return "paused";
        }
        return trouble.isPresent() ? "failing" : "running";
    }

    private @Nullable Instant since(AccountName name, String state, Optional<DispatchGroup> trouble) {
        return switch (state) {
            case "paused" -> paused.get(name.value());
            case "failing" ->
                AccountAlerts.of(alerts, name.value())
                        .map(Alert::since)
                        .or(() -> trouble.map(DispatchGroup::since))
                        .orElse(null);
            default -> null;
        };
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
