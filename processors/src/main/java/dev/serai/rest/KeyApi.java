package dev.serai.rest;

import dev.serai.access.AdminKey;
import dev.serai.access.ApiKey;
import dev.serai.access.KeyBook;
import dev.serai.access.KeyName;
import dev.serai.access.KeyText;
import dev.serai.access.NewKey;
import dev.serai.access.Rate;
import dev.serai.access.Role;
import dev.serai.interaction.Json;
import dev.serai.interaction.PointName;
import dev.serai.interaction.TenantName;
import dev.serai.operation.Code;
import dev.serai.operation.Outcome;
import dev.serai.operation.Refusal;
import dev.serai.store.Tx;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The keys of callers: made, listed, revoked, made anew. A key's text is in the first answer, and nowhere else. */
final class KeyApi {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RestDependencies hub;
    private final Keyed keyed;
    private final AdminKey admin;
    private final Runnable changed;
    private final boolean needed;

    /** @param changed is run after keys have */
    KeyApi(RestDependencies hub, Keyed keyed, Runnable changed) {
        this.hub = hub;
        this.keyed = keyed;
        this.admin = new AdminKey(hub.data(), hub.store());
        this.changed = changed;
        this.needed = Entrance.needsKeys(hub.settings());
    }

    ApiResponse list(ApiRequest request) {
        request.query().only();
        List<ApiKey> keys =
                hub.store().read(tx -> new KeyBook(tx, request.realm().only()).list());
        return ApiResponse.json(Map.of("items", keys.stream().map(KeyApi::view).toList()));
    }

    ApiResponse add(ApiRequest request) {
        NewKey wanted = new KeyRequest(request.realm(), hub.config().get().generation()).read(request.json());
        KeyText text = KeyText.random(RANDOM);
        String actor = request.caller().name();
        return shown(text, keyed.run(request, tx -> added(tx, wanted, text, actor), key -> answer(201, key)));
    }

    ApiResponse rotate(ApiRequest request) {
        KeyName name = name(request);
        request.json().finish();
        KeyText text = KeyText.random(RANDOM);
        return shown(
                text,
                admin.rotating(
                        name,
                        text,
                        () -> change(request, (book, actor) -> known(name, book.rotate(name, text, actor)))));
    }

    ApiResponse revoke(ApiRequest request) {
        KeyName name = name(request);
        request.json().finish();
        return admin.changing(() -> change(request, (book, actor) -> revoked(book, name, actor)));
    }

    private ApiResponse change(ApiRequest request, BiFunction<KeyBook, String, Outcome<ApiKey>> change) {
        String actor = request.caller().name();
        ApiResponse answer = keyed.run(
                request, tx -> change.apply(new KeyBook(tx, request.realm().only()), actor), key -> answer(200, key));
        changed.run();
        return answer;
    }

    /** Where keys are needed somebody must be left who can make them. Who does not see a key is told nothing about it. */
    private Outcome<ApiKey> revoked(KeyBook book, KeyName name, String actor) {
        boolean ofHub = book.find(name).filter(key -> key.tenant().isEmpty()).isPresent();
        if (needed && ofHub && book.isLastAdmin(name)) {
            return Outcome.refused(Refusal.of(
                    Code.WRONG_STATE,
                    "'" + name
                            + "' is the last admin key of the hub in force, without one nobody could make keys any more;"
                            + " make another first: `./serai keys add NAME --role admin`"));
        }
        return known(name, book.revoke(name, actor));
    }

    private static Outcome<ApiKey> known(KeyName name, Optional<ApiKey> changed) {
        return changed.map(Outcome::done)
                .orElseGet(() ->
                        Outcome.refused(Refusal.of(Code.NOT_FOUND, "there is no key '" + name + "' that is in force")));
    }

    private static Outcome<ApiKey> added(Tx tx, NewKey wanted, KeyText text, String actor) {
        return new KeyBook(tx)
                .add(wanted, text, actor)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(
                        Code.WRONG_STATE,
                        "there is or was a key '" + wanted.name()
                                + "'; events name it, so no other key gets that name")));
    }

    /** The answer that is kept for repeats has no text: it is added to the first one. */
    private ApiResponse shown(KeyText text, ApiResponse kept) {
        changed.run();
        if (kept.headers().containsKey("Idempotent-Replayed")) {
            return kept;
        }
        Map<String, Object> fields = Json.readObject(kept.body().toString());
        return new ApiResponse(
                kept.status(),
                kept.headers(),
                Json.write(new Doc().put("key", text.reveal()).putAll(fields).map()));
    }

    private static KeyName name(ApiRequest request) {
        return request.named(KeyName::of, "key");
    }

    private static ApiResponse answer(int status, ApiKey key) {
        return ApiResponse.json(status, view(key));
    }

    private static Map<String, Object> view(ApiKey key) {
        Rate rate = key.rate();
        return new Doc()
                .put("name", key.name().value())
                .always("roles", key.roles().stream().map(Role::word).sorted().toList())
                .put(
                        "points",
                        key.points().isEmpty()
                                ? null
                                : key.points().stream()
                                        .map(PointName::value)
                                        .sorted()
                                        .collect(Collectors.toList()))
                .put("tenant", key.tenant().map(TenantName::value).orElse(null))
                .put("rate", rate == null ? null : rate.toString())
                .put("createdAt", key.createdAt())
                .put("createdBy", key.createdBy())
                .put("expiresAt", key.expiresAt())
                .put("usedAt", key.usedAt())
                .put("revokedAt", key.revokedAt())
                .map();
    }
}
