package dev.serai.window;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * A moment in which the process may die without loss and without doubles; `docs/crash-windows.md` says what follows
 * from a death in each. Passing one costs nothing, unless a test build brings a {@link Hook} that halts the JVM.
 */
public enum CrashWindow {
    CAPTURE_FETCHED("a mail was downloaded, nothing of it is stored"),
    CAPTURE_STORED("a mail is committed, the mail server does not know"),
    CAPTURE_ACKNOWLEDGED("the mail server did what afterProcessing says, the ledger does not know"),
    CAPTURE_COPIED("a mail was copied where moved mail goes, the original still lies where it was"),
    CAPTURE_DELETED("a POP3 session in which mails were deleted has ended, the ledger does not know"),
    CAPTURE_RENUMBERED("mails that the server numbered anew are known again, the look goes on"),
    CAPTURE_BOOKMARK("all of a mailbox is in the ledger, how far that is was not written"),
    JMS_TAKEN("a JMS message was received, nothing of it is stored"),
    JMS_STORED("a JMS message is committed, its session is not"),
    JMS_COPIED("a JMS message's copy is sent, its session is not committed"),
    KAFKA_TAKEN("a Kafka record was polled, nothing of it is stored"),
    KAFKA_STORED("a Kafka record is committed, Kafka was not told"),
    KAFKA_ASIDE("a Kafka record's copy is in a topic on the side, the position is before the record"),
    OPERATIONS_COMMITTED("the operations of a document that came over REST are committed, the client was not told"),
    WEBFORM_COMMITTED("a post of a web form is committed, the visitor was not told"),
    OUTGOING_WRITTEN("answers or news for a capture point are committed, nothing of them is sent"),
    OUTGOING_SENT("answers or news were sent, their rows are still there"),
    FILE_CLAIMED("a file is claimed by its new name, nothing of it is read"),
    FILE_APPLIED("what a file asks for is committed, the file is not moved"),
    FILE_RESERVED("the name of a claimed file is taken where it goes, the file is not moved"),
    FILE_WRITTEN("an answer is in a file, which has its temporary name"),
    SQL_READ("rows of a database were read, nothing of them is stored"),
    SQL_APPLIED("what rows of a database ask for is committed, the database was not told"),
    SQL_MARKED("the statements that mark rows were run, the database has not committed them"),
    GROUP_APPLIED("a commit group is written, its transaction is open"),
    GROUP_COMMITTED("a commit group is durable, nobody was told"),
    QUEUE_CLAIMED("work is claimed for a strategy, the broker does not know"),
    QUEUE_HANDED("the broker has the claimed work, no route has run"),
    INTAKE_READ("a mail was read, the result is not written"),
    STRATEGY_DECIDED("a strategy decided, the decision is not written"),
    PULL_COMMITTED("a client's pull is committed, the client was not told"),
    REPLY_COMMITTED("a reply is committed, the client was not told"),
    DISPATCH_CLAIMED("dispatches are claimed and in memory, none of them is begun"),
    DISPATCH_BEFORE_DATA("sending is recorded, DATA was not yet said"),
    DISPATCH_AFTER_DATA("the server took the mail, the hub has not recorded it"),
    DISPATCH_SETTLING("what became of a mail is handed over to be written, the next one begins"),
    UNSENT_TOLD("what a mail answers was told that it did not leave, the owner of its account was not"),
    EVENT_NUMBERED("events got positions, the transaction is open"),
    EVENTS_SENT("events are with a sink outside, the follower's place in the log is not moved"),
    EVENTS_FOLLOWED("what follows from events is written with the follower's place, the transaction is open"),
    GENERATION_STORED("edited files are stored, the old ones decide"),
    GENERATION_APPLIED("edited files are written down as live, the old ones decide");

    private static final @Nullable Hook HOOK =
            ServiceLoader.load(Hook.class).findFirst().orElse(null);

    private final String meaning;

    CrashWindow(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** To be called exactly where the window is. */
    public void pass() {
        if (HOOK != null) {
            HOOK.passed(this);
        }
    }

    /** What a test build does in a window. */
    public interface Hook {
        void passed(CrashWindow window);
    }
}
