package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import org.junit.jupiter.api.Test;

/** What becomes of a mail that comes to no server, or is not let in there. */
class NoConversationTest extends Delivering {
    @Test
    void p65_aServerThatIsDownShouldDefer() {
        smtp.close();
        house.live();
        InteractionId id = became(DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError()).contains("127.0.0.1:" + smtp.port());
    }

    @Test
    void p67_aServerThatHangsUpBeforeDataShouldDefer() {
        smtp.on("RCPT", ScriptedSmtp.CLOSE);
        house.live();
        became(DispatchRow.State.DEFERRED);
    }

    @Test
    void aSilentServerShouldDeferAfterTheReadTimeout() {
        smtp.on("CONNECT", ScriptedSmtp.STALL);
        account("readTimeout: 2s");
        house.live();
        InteractionId id = became(DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError()).contains("timeout");
    }

    @Test
    void aWrongLoginShouldDeferWithoutTellingThePassword() {
        smtp.on("EHLO", "250-scripted\r\n250 AUTH PLAIN LOGIN").on("AUTH", "535 5.7.8 who are you");
        account("username: me", "secret: env:PATH");
        house.live();
        InteractionId id = became(DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError())
                .contains("535 5.7.8 who are you")
                .doesNotContain(System.getenv("PATH"));
    }

    @Test
    void aServerWithoutLoginShouldDeferWhenTheAccountHasAUser() {
        account("username: me", "secret: env:PATH");
        house.live();
        InteractionId id = became(DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError()).contains("offers no login");
    }

    @Test
    void aRouteWithoutTheSinkShouldDefer() {
        house.route("""
                - route:
                    id: dispatch-smtp-test
                    description: A test.
                    from:
                      uri: direct:dispatch-smtp-test
                      steps:
                        - filter:
                            id: never
                            expression: {simple: {expression: "${body.account} == 'nobody'"}}
                            steps:
                              - to:
                                  id: send
                                  uri: kamelet:smtp-sink
                                  parameters: {host: 127.0.0.1, port: 25, security: none, from: support@example.com}
                """);
        house.live();
        InteractionId id = became(DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError()).contains("the route did not send");
    }
}
