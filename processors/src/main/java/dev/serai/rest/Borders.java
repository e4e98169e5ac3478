package dev.serai.rest;

import dev.serai.files.Belonging;
import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.PointDefaults;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.store.Store;
import dev.serai.store.TenantTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Keeps requests inside their realm. What the path names is looked for in it before the verb runs, so that another tenant's
 * thing is answered as one that never was; and each verb is told whose it is.
 */
final class Borders {
    private final Supplier<Generation> files;
    private final Store store;
    private final KnownTenants tenants;

    Borders(Supplier<Generation> files, Store store) {
        this.files = files;
        this.store = store;
        this.tenants = new KnownTenants(files, store);
    }

    @FunctionalInterface
    private interface Search {
        Optional<String> owner(TenantTable table, InteractionId id, Collection<String> tenants);
    }

    /** The tenants of a realm. */
    List<String> tenants(Realm realm) {
        return tenants.in(realm);
    }

    /** The same verb for what the realm has. */
    ApiHandler on(ApiHandler verb) {
        return request -> {
            find(request);
            return verb.handle(request);
        };
    }

    private void find(ApiRequest request) {
        if (request.path().size() < 2) {
            return;
        }
        switch (request.segment(0)) {
            case "dispatches" -> dispatch(request);
            case "interactions", "quarantine" ->
                found(request, request.interaction(), "interaction", TenantTable::ofInteraction);
            case "contacts" ->
                found(request, request.named(InteractionId::of, "contact"), "contact", TenantTable::ofContact);
            case "capture-points" -> point(request);
            case "queues" -> queue(request);
            default -> {}
        }
    }

    /** `dispatches/retry` names none: it is about many. */
    private void dispatch(ApiRequest request) {
        if (request.path().size() > 2
                || request.method().equals("GET")
                || request.method().equals("HEAD")) {
            found(request, request.interaction(), "interaction", TenantTable::ofInteraction);
        }
    }

    private void found(ApiRequest request, InteractionId id, String what, Search search) {
        Optional<String> owner = owner(request.realm(), id, search);
        owner.ifPresent(request::belongsTo);
        if (owner.isEmpty() && !request.realm().isAll()) {
            throw none(what, id.value());
        }
    }

    /** Of one tenant alone nobody need be asked: who asks for the interaction itself finds out. */
    private Optional<String> owner(Realm realm, InteractionId id, Search search) {
        List<String> known = tenants.in(realm);
        return realm.isAll() && known.size() == 1
                ? Optional.of(known.get(0))
                : store.read(tx -> search.owner(tx.owners(), id, known));
    }

    /** Whose an interaction is that a body or a query names; the maker's where nobody of the realm has it. */
    String ownerOf(ApiRequest request, InteractionId interaction) {
        return owner(request.realm(), interaction, TenantTable::ofInteraction).orElseGet(request::tenant);
    }

    private void point(ApiRequest request) {
        if (request.path().size() < 3) {
            return; // `seen`, which is no point
        }
        PointName name = request.named(PointName::of, "capture point");
        Optional<PointDefaults> point =
                files.get().point(name).filter(one -> request.realm().has(one.tenant()));
        point.ifPresent(one -> request.belongsTo(one.tenant()));
        if (point.isEmpty() && !request.realm().isAll()) {
            throw none("capture point", name.value());
        }
    }

    private void queue(ApiRequest request) {
        Optional<QueueDefinition> queue =
                Optional.ofNullable(files.get().queues().get(request.queue())).filter(request.realm()::sees);
        queue.flatMap(Belonging::tenant).ifPresent(owner -> request.belongsTo(owner.value()));
        if (queue.isEmpty()) {
            throw none(
                    "queue",
                    request.queue().value(),
                    queues(request.realm()).keySet().stream()
                            .map(QueueName::value)
                            .toList());
        }
    }

    /** The queues that a realm's interactions may be in. */
    Map<QueueName, QueueDefinition> queues(Realm realm) {
        Map<QueueName, QueueDefinition> all = files.get().queues();
        return realm.isAll()
                ? all
                : all.entrySet().stream()
                        .filter(queue -> realm.sees(queue.getValue()))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The same with the nearest of the names that the caller may see, or all of them. */
    static ApiException none(String what, String name, Collection<String> names) {
        return new ApiException(
                ProblemCode.NOT_FOUND, "there is no " + what + " '" + name + "'" + Nearest.hint(name, names));
    }

    static ApiException none(String what, String name) {
        return new ApiException(ProblemCode.NOT_FOUND, "there is no " + what + " '" + name + "'");
    }
}
