package dev.serai.rest;

import dev.serai.files.TenantDefinition;
import dev.serai.interaction.TenantName;
import dev.serai.store.TenantTable.Figures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** GET /tenants: who there is, and what lives of each; a tenant's caller sees its own. */
final class TenantApi {
    private final RestDependencies hub;
    private final Borders borders;

    TenantApi(RestDependencies hub, Borders borders) {
        this.hub = hub;
        this.borders = borders;
    }

    ApiResponse list(ApiRequest request) {
        request.query().only();
        return ApiResponse.json(Map.of("items", items(request.realm())));
    }

    /** Those of a realm by name, one statement for all their figures. */
    List<Map<String, Object>> items(Realm realm) {
        Map<String, Figures> figures = hub.store().read(tx -> tx.owners().figures()).stream()
                .collect(Collectors.toMap(Figures::tenant, Function.identity()));
        return borders.tenants(realm).stream()
                .map(name -> view(name, Optional.ofNullable(figures.get(name))))
                .toList();
    }

    private Map<String, Object> view(String name, Optional<Figures> figures) {
        Optional<TenantDefinition> file =
                Optional.ofNullable(hub.config().get().generation().tenants().get(TenantName.of(name)));
        return new Doc()
                .put("name", name)
                .put("declared", file.isPresent())
                .put("description", file.map(TenantDefinition::description).orElse(null))
                .put("owner", file.flatMap(TenantDefinition::owner).orElse(null))
                .put("live", figures.map(Figures::live).orElse(0L))
                .put("queued", figures.map(Figures::queued).orElse(0L))
                .put("quarantined", figures.map(Figures::quarantined).orElse(0L))
                .put("oldest", figures.map(Figures::oldest).orElse(null))
                .map();
    }
}
