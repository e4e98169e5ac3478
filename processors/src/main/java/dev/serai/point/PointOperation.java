package dev.serai.point;

import dev.serai.document.Document;
import dev.serai.document.Form;
import dev.serai.document.Request;
import dev.serai.document.Response;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Json;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import dev.serai.store.Ahead;
import dev.serai.store.DeliveryTable.Applied;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.OutgoingRow;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of a document, once per delivery key: its effect, its answer and the row that sends the answer are one
 * transaction. A refusal is kept too, so that a document that comes again has the same fate.
 *
 * @param number its place in the document, from 1
 * @param infos what the document was told until now
 */
record PointOperation(Delivery delivery, Document document, int number, PointActs acts, Infos infos)
        implements Unit<Fate.Result> {

    @Override
    public long bytes() {
        return RequestSize.of(request());
    }

    @Override
    public void announce(Ahead ahead) {
        if (delivery.key() != null) {
            ahead.delivery(tenant(), point(), delivery.keyOf(number));
        }
        acts.announce(ahead, request());
    }

    @Override
    public Fate.Result apply(Tx tx) {
        Optional<Fate.Result> first = first(tx);
        return first.isPresent()
                ? bounded(first.get())
                : delivery.as(tx, own -> keep(own, remembered(own, bounded(acts.act(own, request())))));
    }

    /** The same, or why it is too much to be told. */
    private Fate.Result bounded(Fate.Result result) {
        if (!(request() instanceof Request.GetInfo) || result.response().isError()) {
            return result;
        }
        int size = result.response().write(Form.JSON).length();
        return infos.take(number, size)
                .map(refusal ->
                        new Fate.Result(Response.error(request().reference(), refusal), null, false, result.replayed()))
                .orElse(result);
    }

    /** News of the interaction have the form that its point last operated it in. */
    private Fate.Result remembered(Tx tx, Fate.Result result) {
        String id = result.response().reference().id();
        boolean operated = !result.response().isError() && !(request() instanceof Request.GetInfo);
        if (id != null && operated && delivery.point().notifications().isOn()) {
            tx.interactions()
                    .operated(tenant(), InteractionId.of(id), document.form().word());
        }
        return result;
    }

    /** The same, refused for a reason that showed itself when it was written. */
    Unit<Fate.Result> refused(Refusal refusal) {
        Fate.Result result = Fate.Result.now(Response.error(request().reference(), refusal), null);
        return tx -> first(tx).orElseGet(() -> delivery.as(tx, own -> keep(own, result)));
    }

    private Optional<Fate.Result> first(Tx tx) {
        if (delivery.key() == null) {
            return Optional.empty();
        }
        return tx.deliveries().load(tenant(), point(), delivery.keyOf(number)).map(this::known);
    }

    /** @throws RefusedException when the key was used for another document */
    private Fate.Result known(Applied applied) {
        if (!applied.requestDigest().equals(document.digest())) {
            throw new RefusedException(Refusal.of(
                    Code.IDEMPOTENCY_KEY_REUSED,
                    "the key of this document was used for another one before; nothing was done"));
        }
        Kept kept = Json.read(applied.response(), Kept.class);
        return new Fate.Result(kept.response(), null, kept.made(), true);
    }

    private Fate.Result keep(Tx tx, Fate.Result result) {
        if (delivery.key() != null) {
            Applied applied = new Applied(document.digest(), Json.write(new Kept(result.response(), result.made())));
            tx.deliveries().insertPart(delivery.name(), String.valueOf(number), applied, tx.now());
            if (delivery.owed() && number == 1) {
                tx.deliveries().await(delivery.name(), tx.now());
            }
            logIfRefused(tx, result.response());
        }
        Delivery.Reply reply = delivery.reply();
        if (reply != null) {
            tx.outgoing().add(row(reply, result.response()));
        }
        return result;
    }

    /** Of what cannot come again nothing is remembered either. */
    private void logIfRefused(Tx tx, Response response) {
        if (response.isError()) {
            NewEvent refused = NewEvent.of(
                            "serai.capture.refused", delivery.point().name().actor())
                    .because(response.description())
                    .with(Map.of("code", String.valueOf(response.code()), "delivery", delivery.keyOf(number)));
            tx.events().append(tenant(), delivery.point().name(), refused);
        }
    }

    private OutgoingRow row(Delivery.Reply reply, Response response) {
        return new OutgoingRow(
                tenant(),
                delivery.point().name(),
                OutgoingRow.Kind.RESPONSE,
                document.form().word(),
                reply.to(),
                reply.correlation(),
                response.write(document.form()),
                delivery.keyOf(number),
                response.isError() ? null : response.reference().id());
    }

    private Request request() {
        return document.requests().get(number - 1);
    }

    private String tenant() {
        return delivery.point().tenant();
    }

    private String point() {
        return delivery.point().name().value();
    }
}
