package dev.serai.store;

import dev.serai.interaction.Contact;
import dev.serai.interaction.Fence;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.store.DeliveryTable.Applied;
import java.time.Instant;
import java.util.List;

/** What a unit will ask for; what it does not name here it may ask for all the same, at the price of a statement. */
public final class Ahead {
    private final ReadAhead<WorkRow> work = new ReadAhead<>();
    private final ReadAhead<Long> versions = new ReadAhead<>();
    private final ReadAhead<ThreadMember> members = new ReadAhead<>();
    private final ReadAhead<Contact> contacts = new ReadAhead<>();
    private final ReadAhead<Instant> senders = new ReadAhead<>();
    private final ReadAhead<Undeliverable> undeliverable = new ReadAhead<>();
    private final ReadAhead<DispatchRow> dispatches = new ReadAhead<>();

    private final ReadAhead<List<InteractionId>> waiting = new ReadAhead<>();
    private final ReadAhead<Applied> deliveries = new ReadAhead<>();
    private final ReadAhead<InteractionId> externalIds = new ReadAhead<>();
    private final KinAhead kin = new KinAhead();
    private boolean answers;
    private boolean answersHeld;

    Ahead() {}

    /** It will ask what the ledger knows of this mail. */
    void arrival(Arrival arrival) {
        kin.want(arrival);
    }

    /** It will lock this work and ask whether its interaction was changed. */
    public void work(Fence fence) {
        work.want(fence.id().value(), fence.tenant());
        versions.want(fence.id().value(), fence.tenant());
    }

    /** It will lock this work, and ask for the dispatch of it. */
    public void dispatch(Fence fence) {
        work.want(fence.id().value(), fence.tenant());
        dispatches.want(fence.id().value(), fence.tenant());
    }

    /** It will count automatic answers, or what is passed on: the gate is taken before any work, so that no two groups wait for each other. */
    public void answers() {
        answers = true;
    }

    /** It will ask which interaction has this Message-ID. */
    public void messageId(String tenant, String messageId) {
        members.want(MessageIdKey.of(messageId), tenant);
    }

    /** It will ask who waits for a mail with this Message-ID. */
    public void waitingFor(String tenant, String messageId) {
        waiting.want(MessageIdKey.of(messageId), tenant);
    }

    /** It will ask for the contact of this address. */
    public void contact(String tenant, String address) {
        contacts.want(ContactTable.normal(address), tenant);
    }

    /** It will ask whether mail of ours reaches this address. */
    public void undeliverable(String tenant, String address) {
        undeliverable.want(ContactTable.normal(address), tenant);
    }

    /** It will ask what was answered under this delivery key. */
    public void delivery(String tenant, String point, String key) {
        deliveries.want(key, tenant, point);
    }

    /** It will ask whose this external id is at its point. */
    public void externalId(String tenant, PointName point, String externalId) {
        externalIds.want(externalId, tenant, point.value());
    }

    /** It will ask whether the contact of this address writes so much. */
    public void sender(String tenant, String address, Much much) {
        senders.want(ContactTable.normal(address), much.scope(tenant).toArray(String[]::new));
    }

    /** Locks first, so that what is read is what was locked. */
    void read(Tx tx) {
        if (answers) {
            tx.answers().lock();
        }
        work.read(tx.work()::lockAll);
        dispatches.read(tx.dispatches()::loadAll);
        versions.read(tx.interactions()::versions);
        members.read(tx.interactions()::byMessageIds);
        waiting.read(tx.waiting()::waitingForAll);
        contacts.read(tx.contacts()::byAddresses);
        senders.read(tx.contacts()::writeMuch);
        undeliverable.read(tx.undeliverable()::byAddresses);
        deliveries.read(tx.deliveries()::loadAll);
        externalIds.read(tx.interactions()::byExternalIds);
        kin.read(tx.kin());
    }

    /** Something about an interaction was written. */
    void changed(String tenant, InteractionId id) {
        work.forget(id.value(), tenant);
        versions.forget(id.value(), tenant);
    }

    boolean holdsAnswers() {
        return answersHeld;
    }

    void answersHeld() {
        answersHeld = true;
    }

    KinAhead kin() {
        return kin;
    }

    ReadAhead<WorkRow> work() {
        return work;
    }

    ReadAhead<DispatchRow> dispatches() {
        return dispatches;
    }

    ReadAhead<Long> versions() {
        return versions;
    }

    ReadAhead<ThreadMember> members() {
        return members;
    }

    ReadAhead<List<InteractionId>> waiting() {
        return waiting;
    }

    ReadAhead<Instant> senders() {
        return senders;
    }

    ReadAhead<Undeliverable> undeliverable() {
        return undeliverable;
    }

    ReadAhead<Applied> deliveries() {
        return deliveries;
    }

    ReadAhead<InteractionId> externalIds() {
        return externalIds;
    }

    ReadAhead<Contact> contacts() {
        return contacts;
    }
}
