package dev.serai.rest;

import dev.serai.interaction.InteractionId;
import dev.serai.operation.AddAddress;
import dev.serai.operation.ClearAddress;
import dev.serai.operation.ContactCard;
import dev.serai.operation.JsonFields;
import dev.serai.operation.MergeContacts;
import dev.serai.operation.Refusal.Fault;
import dev.serai.operation.Target;
import dev.serai.store.Undeliverable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people that interactions are with. */
final class ContactApi {
    private static final int LONGEST = 320;

    private final RestDependencies hub;
    private final Keyed keyed;
    private final Borders borders;

    ContactApi(RestDependencies hub, Keyed keyed, Borders borders) {
        this.borders = borders;
        this.hub = hub;
        this.keyed = keyed;
    }

    ApiResponse get(ApiRequest request) {
        Target contact = contact(request);
        Optional<ContactCard> card = hub.store().read(tx -> ContactCard.load(tx, contact.tenant(), contact.id()));
        return answer(card.orElseThrow(
                () -> new ApiException(ProblemCode.NOT_FOUND, "there is no contact '" + contact.id() + "'")));
    }

    ApiResponse find(ApiRequest request) {
        String address = request.query().only("address").text("address");
        if (address == null) {
            throw Query.invalid("address", "is missing; expected a mail address");
        }
        List<String> tenants = borders.tenants(request.realm());
        List<Map<String, Object>> found = hub.store()
                .read(tx -> tenants.stream()
                        .flatMap(tenant -> tx
                                .contacts()
                                .byAddress(tenant, address)
                                .flatMap(contact -> ContactCard.load(tx, tenant, contact.id()))
                                .stream())
                        .map(ContactApi::view)
                        .toList());
        return ApiResponse.json(Map.of("items", found));
    }

    ApiResponse addAddress(ApiRequest request) {
        Target contact = contact(request);
        JsonFields fields = request.json();
        String address = fields.value("address", ContactApi::address);
        String reason = OperationApi.reason(fields);
        fields.finish();
        return keyed.run(
                request,
                new AddAddress(
                        contact,
                        required(address, "address"),
                        hub.playbook().get().ownAddresses(),
                        request.by(reason)),
                ContactApi::answer);
    }

    ApiResponse clearAddress(ApiRequest request) {
        Target contact = contact(request);
        JsonFields fields = request.json();
        String address = fields.value("address", ContactApi::address);
        String reason = OperationApi.reason(fields);
        fields.finish();
        return keyed.run(
                request,
                new ClearAddress(contact, required(address, "address"), request.by(reason)),
                ContactApi::answer);
    }

    ApiResponse merge(ApiRequest request) {
        Target contact = contact(request);
        JsonFields fields = request.json();
        InteractionId gone = fields.value("contact", InteractionId::of);
        String reason = OperationApi.reason(fields);
        fields.finish();
        return keyed.run(
                request, new MergeContacts(contact, required(gone, "contact"), request.by(reason)), ContactApi::answer);
    }

    private static Target contact(ApiRequest request) {
        return new Target(request.tenant(), request.named(InteractionId::of, "contact"));
    }

    private static String address(String text) {
        if (text.length() > LONGEST || !text.matches("[^\\s@<>,;\\p{Cntrl}]+@[^\\s@<>,;\\p{Cntrl}]+")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no mail address; expected one such as jo@example.org");
        }
        return text;
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new ApiException(
                    ProblemCode.INVALID_REQUEST, "/" + name + ": is missing", new Fault("/" + name, "is missing"));
        }
        return value;
    }

    private static ApiResponse answer(ContactCard card) {
        return ApiResponse.json(view(card));
    }

    private static Map<String, Object> view(ContactCard card) {
        return new Doc()
                .put("id", card.contact().id())
                .put("name", card.contact().name())
                .put("address", card.contact().address())
                .always("addresses", card.addresses())
                .put(
                        "undeliverable",
                        card.undeliverable().stream().map(ContactApi::view).toList())
                .map();
    }

    private static Map<String, Object> view(Undeliverable address) {
        return new Doc()
                .put("address", address.address())
                .put("class", address.hard() ? "hard" : "soft")
                .put("since", address.since())
                .put("latest", address.latest())
                .put("status", address.status())
                .put("words", address.words())
                .put("softs", address.softs())
                .put("report", address.report())
                .map();
    }
}
