package dev.serai.conversation;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.interaction.Wait;
import dev.serai.interaction.Wait.How;
import dev.serai.interaction.Wait.Woken;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends waits for a reply, in the transaction that joins a mail to the thread. What a strategy is deciding on at that moment
 * is marked: if it decides to wait for a reply, it is due at once. The mark is made under the lock of the work row that the
 * decision takes first, so one of the two sees the other.
 */
public final class Awakening {
    /** User data of a mail: whose wait it ended. */
    public static final String WOKE = "Woke";

    private Awakening() {}

    /**
     * Ends the waits in the thread of a mail that joins it. Automatic answers, receipts and our own mail end none.
     *
     * @param child with the thread that it joins
     * @return whose wait is over; the marked are not among them
     */
    public static List<InteractionId> by(Tx tx, Interaction child, String actor) {
        Optional<How> how = how(child);
        if (how.isEmpty()) {
            return List.of();
        }
        Woken woken = new Woken(how.get(), child.id());
        List<InteractionId> woke = new ArrayList<>();
        for (InteractionId id :
                tx.work().wakeable(child.tenant(), child.origin().threadId(), child.id())) {
            tx.work()
                    .lock(child.tenant(), id)
                    .filter(row -> wake(tx, row, woken, actor))
                    .ifPresent(row -> woke.add(id));
        }
        return woke;
    }

    private static boolean wake(Tx tx, WorkRow row, Woken woken, String actor) {
        boolean decided = row.state() == State.ROUTING;
        boolean waits = row.waiting().until() == Wait.Until.REPLY && !decided;
        if (decided || (waits && row.waiting().woken() == null)) {
            new WorkChange(tx, row, By.of(actor).because(words(woken))).wake(woken);
        }
        return waits;
    }

    private static String words(Woken woken) {
        return woken.how() == How.REPLY ? "a mail joined its thread" : "a mail of its thread could not be delivered";
    }

    /** What the mail is for somebody who waits; empty where it is nothing. */
    private static Optional<How> how(Interaction child) {
        boolean ours = Boolean.TRUE.equals(child.userData().get("Internal"));
        if (ours || !child.origin().type().equals("Inbound")) {
            return Optional.empty();
        }
        return switch (child.content().kind()) {
            case "message" -> Optional.of(How.REPLY);
            case "delivery-failure" -> Optional.of(How.FAILURE);
            default -> Optional.empty();
        };
    }
}
