package dev.serai.dispatch;

import dev.serai.dispatch.Fault.Kind;
import dev.serai.dispatch.Fault.Step;
import dev.serai.files.SecretMissing;
import dev.serai.oauth2.TokenRefused;
import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Makes faults of where a conversation broke off and of the exception that said so. */
final class Faults {
    private Faults() {}

    /** No mail and no login is known to the server yet, or it refused the login. */
    static Fault ofConnecting(Conversation talk, Exception failure, String server) {
        if (failure instanceof TokenRefused noToken) {
            return Fault.of(Step.LOGIN, Kind.CREDENTIALS, server + " cannot be logged in to: " + noToken.sentence());
        }
        String words = server + ": ";
        boolean noWayToLogIn = failure instanceof AuthenticationFailedException && talk.step() == Step.EHLO;
        if (failure instanceof SecretMissing || failure instanceof NoLogin || noWayToLogIn) {
            return Fault.of(Step.LOGIN, Kind.CREDENTIALS, words + Words.of(failure));
        }
        if (String.valueOf(failure.getMessage()).startsWith("STARTTLS is required")) {
            return Fault.of(Step.STARTTLS, Kind.TLS, words + Words.of(failure));
        }
        boolean told = talk.step() == Step.GREETING || talk.step() == Step.EHLO;
        Fault fault = of(talk, failure);
        return new Fault(
                fault.step(),
                fault.kind(),
                fault.status(),
                words + (told || isSilence(talk) ? fault.words() : Words.of(failure)));
    }

    /** Where the talk is now is where it broke off. */
    static Fault of(Conversation talk, Exception failure) {
        Step step = talk.step();
        if (talk.isRefused()) {
            return Fault.ofRefusal(step, talk.code(), talk.words());
        }
        Optional<IOException> broken = broken(failure);
        if (broken.isPresent()) {
            return Fault.of(step, broken(step, broken.get()), Words.of(broken.get()));
        }
        if (talk.hasEnded()) {
            return Fault.of(step, Kind.CONNECTION, "the server closed the connection at " + talk.what());
        }
        if (talk.code() != 0) {
            return Fault.of(
                    step, Kind.PROTOCOL, "the server's answer to " + talk.what() + " makes no sense: " + talk.words());
        }
        return Fault.of(step, step == Step.TLS ? Kind.TLS : Kind.CONNECTION, Words.of(failure));
    }

    /** Another try would come to the same. */
    static boolean isFinal(Fault fault) {
        return String.valueOf(fault.status()).startsWith("5")
                && (fault.kind() == Kind.REFUSED || fault.kind() == Kind.TOO_LARGE);
    }

    private static boolean isSilence(Conversation talk) {
        return talk.hasEnded() || talk.code() == -1;
    }

    private static Kind broken(Step step, IOException failure) {
        if (step == Step.CONNECT) {
            return Kind.UNREACHABLE;
        }
        return failure instanceof SSLException ? Kind.TLS : Kind.CONNECTION;
    }

    private static Optional<IOException> broken(Exception failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .reduce((outer, inner) -> outer instanceof SSLException ? outer : inner);
    }

    /** The server offers no login, and the account has a user. */
    static final class NoLogin extends IOException {
        private static final long serialVersionUID = 1L;

        NoLogin(String reason) {
            super(reason);
        }
    }
}
