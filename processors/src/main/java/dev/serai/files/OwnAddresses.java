package dev.serai.files;

import dev.serai.interaction.TenantName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The addresses that are ours: of all mailboxes and web forms, and From, further senders and Reply-To of all accounts. To a tenant ours
 * are its own and those of shared accounts; another tenant's are a stranger's, who may be its customer.
 */
public final class OwnAddresses {
    private final Map<String, TenantAddresses> byTenant = new HashMap<>();
    private final TenantAddresses shared;
    private final TenantAddresses all;

    private OwnAddresses(List<String> shared, Map<TenantName, List<String>> owned) {
        this.shared = new TenantAddresses(shared);
        List<String> everybodys = new ArrayList<>(shared);
        owned.forEach((tenant, addresses) -> {
            everybodys.addAll(addresses);
            List<String> theirs = new ArrayList<>(shared);
            theirs.addAll(addresses);
            byTenant.put(tenant.value(), new TenantAddresses(theirs));
        });
        this.all = new TenantAddresses(everybodys);
    }

    public static OwnAddresses of(Generation generation) {
        List<String> shared = new ArrayList<>();
        Map<TenantName, List<String>> owned = new HashMap<>();
        generation
                .mailPoints()
                .filter(point -> !point.address().isEmpty())
                .forEach(point -> owned.computeIfAbsent(point.point().tenantName(), tenant -> new ArrayList<>())
                        .add(point.address()));
        generation.accounts().values().forEach(account -> {
            Optional<TenantName> tenant = account.tenant();
            List<String> to =
                    tenant.isEmpty() ? shared : owned.computeIfAbsent(tenant.get(), name -> new ArrayList<>());
            senders(account).forEach(to::add);
        });
        return new OwnAddresses(shared, owned);
    }

    /** As if these were all, for whatever tenant. */
    public static OwnAddresses only(String... addresses) {
        return new OwnAddresses(List.of(addresses), Map.of());
    }

    /** Those that are ours where a tenant is concerned. */
    public TenantAddresses to(String tenant) {
        return byTenant.getOrDefault(tenant, shared);
    }

    /** Those of all tenants together. */
    public TenantAddresses all() {
        return all;
    }

    private static Stream<String> senders(AccountDefinition account) {
        return Stream.of(Stream.of(account.from()), account.alsoFrom().stream(), account.replyTo().stream())
                .flatMap(addresses -> addresses);
    }
}
