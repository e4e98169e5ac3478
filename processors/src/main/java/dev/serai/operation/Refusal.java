package dev.serai.operation;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import java.util.List;

/**
 * Why nothing was done.
 *
 * @param detail a sentence with the value and what was expected
 * @param faults the fields at fault, empty where it is none of them
 */
public record Refusal(Code code, String detail, List<Fault> faults) {

    public Refusal {
        faults = List.copyOf(faults);
    }

    /** One field at fault: its JSON pointer (RFC 6901) and what is wrong with it. */
    public record Fault(String pointer, String detail) {}

    public static Refusal of(Code code, String detail) {
        return new Refusal(code, detail, List.of());
    }

    /** One field of the request is wrong. */
    public static Refusal field(Code code, String pointer, String detail) {
        return new Refusal(code, detail, List.of(new Fault(pointer, detail)));
    }

    /** A field of the request is there twice. */
    public static Refusal twice(Json.FieldTwice twice) {
        return new Refusal(
                Code.INVALID_REQUEST,
                twice.pointer() + ": " + twice.detail(),
                List.of(new Fault(twice.pointer(), twice.detail())));
    }

    static Refusal notFound(Target target) {
        return of(Code.NOT_FOUND, "there is no interaction '" + target.id() + "'");
    }

    static Refusal undeclared(QueueName queue, String tenant, String pointer) {
        return field(
                Code.UNDECLARED_QUEUE,
                pointer,
                "queue '" + queue + "' is not declared for all or for tenant '" + tenant
                        + "'; expected one of config/queues/<queue>.yaml");
    }

    static Refusal wrongState(String operation, State state) {
        return of(Code.WRONG_STATE, "cannot " + operation + ": the interaction is " + state.word());
    }

    static Refusal version(Interaction now) {
        return of(
                Code.VERSION_MISMATCH,
                "the interaction has version " + now.version() + " now; read it again and repeat what you want");
    }

    static Refusal leaseLost(Interaction now) {
        State state = now.standing().state();
        String reason = now.standing().stopReason();
        return of(
                Code.LEASE_LOST,
                "the lease of this token is over: the interaction is " + state.word()
                        + (reason == null ? "" : " (" + reason + ")") + " now; nothing was done");
    }
}
