package dev.serai.rest;

import dev.serai.dispatch.ForeignSenderException;
import dev.serai.dispatch.NoAccountException;
import dev.serai.dispatch.TooLargeException;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import java.util.function.Supplier;

/** Says why a mail cannot be composed, by the codes of the API. */
final class Composing {
    private Composing() {}

    /**
     * @throws RefusedException when what the client wrote cannot be a mail
     * @throws NoAccountException when there is no account
     */
    static <T> T refusing(Supplier<T> composing) {
        try {
            return composing.get();
        } catch (NoAccountException nowhere) {
            throw nowhere;
        } catch (ForeignSenderException foreign) {
            throw new RefusedException(Refusal.field(Code.FOREIGN_SENDER, "/from", "" + foreign.getMessage()));
        } catch (TooLargeException large) {
            throw new RefusedException(Refusal.of(Code.TOO_LARGE, "" + large.getMessage()));
        } catch (IllegalArgumentException wrong) {
            throw new RefusedException(Refusal.of(Code.INVALID_REQUEST, "" + wrong.getMessage()));
        }
    }
}
