package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a transaction that broke off means for each of its recipients. */
class SmtpFaultTest {
    private static final String JO = "jo@example.org";
    private static final String BO = "bo@example.org";

    private final Conversation talk = new Conversation();

    @Test
    void refusalOfOneShouldBeKnownWhenTheNextCommandCannotBeWritten() {
        say("MAIL FROM:<support@example.com>", 250, "250 ok");
        say("RCPT TO:<" + JO + ">", 250, "250 ok");
        say("RCPT TO:<" + BO + ">", 421, "421 4.3.2 shutting down");
        talk.said("DATA");

        SendResult result = new SmtpFault(broken(), talk).result(List.of(JO, BO), false);

        assertThat(result).isInstanceOfSatisfying(SendResult.Partly.class, partly -> {
            assertThat(partly.deferred().get(BO).kind()).isEqualTo(Fault.Kind.THROTTLED);
            assertThat(partly.deferred().get(JO).kind()).isEqualTo(Fault.Kind.CONNECTION);
        });
        assertThat(Reasons.fault(result).orElseThrow().kind()).isEqualTo(Fault.Kind.THROTTLED);
    }

    @Test
    void refusalOfTheMailBeforeShouldBeForgottenWhenTheNextBegins() {
        say("MAIL FROM:<support@example.com>", 250, "250 ok");
        say("RCPT TO:<" + BO + ">", 550, "550 5.1.1 no such user");
        talk.next();

        assertThat(new SmtpFault(broken(), talk).result(List.of(BO), false)).isInstanceOf(SendResult.Deferred.class);
    }

    private void say(String command, int code, String answer) {
        talk.said(command);
        talk.answered(code, answer);
    }

    private static MessagingException broken() {
        return new MessagingException("Can't send command to SMTP host", new SocketException("Broken pipe"));
    }
}
