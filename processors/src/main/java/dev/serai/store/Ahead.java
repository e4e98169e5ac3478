package dev.serai.store;

import dev.serai.interaction.Contact;
import dev.serai.interaction.Fence;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.store.InteractionTable.ThreadMember;

/** What a unit will ask for; what it does not name here it may ask for all the same, at the price of a statement. */
public final class Ahead {
    private final ReadAhead<WorkRow> work = new ReadAhead<>();
    private final ReadAhead<Interaction> interactions = new ReadAhead<>();
    private final ReadAhead<ThreadMember> members = new ReadAhead<>();
    private final ReadAhead<Contact> contacts = new ReadAhead<>();

    Ahead() {}

    /** It will lock this work and load its interaction. */
    public void work(Fence fence) {
        work.want(fence.id().value(), fence.tenant());
        interactions.want(fence.id().value(), fence.tenant());
    }

    /** It will ask which interaction has this Message-ID. */
    public void messageId(String tenant, String messageId) {
        members.want(InteractionTable.messageId(messageId), tenant);
    }

    /** It will ask for the contact of this address. */
    public void contact(String tenant, String address) {
        contacts.want(ContactTable.normal(address), tenant);
    }

    /** Locks first, so that what is loaded is what was locked. */
    void read(Tx tx) {
        work.read(tx.work()::lockAll);
        interactions.read(tx.interactions()::loadAll);
        members.read(tx.interactions()::byMessageIds);
        contacts.read(tx.contacts()::byAddresses);
    }

    /** Something about an interaction was written. */
    void changed(String tenant, InteractionId id) {
        work.forget(id.value(), tenant);
        interactions.forget(id.value(), tenant);
    }

    ReadAhead<WorkRow> work() {
        return work;
    }

    ReadAhead<Interaction> interactions() {
        return interactions;
    }

    ReadAhead<ThreadMember> members() {
        return members;
    }

    ReadAhead<Contact> contacts() {
        return contacts;
    }
}
