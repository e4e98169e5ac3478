package dev.serai.rest;

import dev.serai.files.AccountDefinition;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.operation.Outcome;
import dev.serai.store.TenantTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts: what has not left by each and why, and whether mail may leave by it. */
final class AccountApi {
    private final RestDependencies hub;
    private final Keyed keyed;

    AccountApi(RestDependencies hub, Keyed keyed) {
        this.hub = hub;
        this.keyed = keyed;
    }

    ApiResponse list(ApiRequest request) {
        request.query().only();
        return ApiResponse.json(Map.of("items", of(request.realm())));
    }

    /** Those that a realm's mail may leave by, and that it waits for. */
    List<AccountReport> of(Realm realm) {
        return Outgoing.read(hub, realm);
    }

    ApiResponse pause(ApiRequest request) {
        return steer(request, true);
    }

    ApiResponse resume(ApiRequest request) {
        return steer(request, false);
    }

    /** The dispatchers of all nodes look for it once a second. */
    private ApiResponse steer(ApiRequest request, boolean pause) {
        AccountDefinition account = declared(request);
        requireOwn(request.caller(), account);
        String name = account.name().value();
        request.json().finish();
        return keyed.run(
                request,
                tx -> {
                    if (pause) {
                        tx.operate().pause("account", name, tx.now());
                    } else {
                        tx.operate().resumeAccount(name, tx.now());
                        tx.dispatches().hurry(account.name(), QueueDefinition.DISPATCH, tx.now());
                    }
                    String owner = TenantTable.text(account.tenant());
                    Audit.tell(tx, request, owner, "account", name, pause ? "paused" : "resumed");
                    return Outcome.done(pause);
                },
                paused -> ApiResponse.json(Map.of("name", name, "paused", paused)));
    }

    private AccountDefinition declared(ApiRequest request) {
        AccountName name = request.named(AccountName::of, "account");
        return Optional.ofNullable(hub.config().get().generation().accounts().get(name))
                .filter(request.realm()::sees)
                .orElseThrow(() -> Borders.none("account", name.value(), names(request.realm())));
    }

    private List<String> names(Realm realm) {
        return hub.config().get().generation().accounts().values().stream()
                .filter(realm::sees)
                .map(account -> account.name().value())
                .toList();
    }

    /** What is shared is steered for all, so by nobody who is one tenant's. */
    private static void requireOwn(Caller caller, AccountDefinition account) {
        if (!caller.isOfHub() && account.isShared()) {
            throw new ApiException(
                    ProblemCode.FORBIDDEN,
                    "account '" + account.name() + "' is shared by all tenants, and " + caller.words()
                            + " is of one; only callers of the hub steer it");
        }
    }
}
