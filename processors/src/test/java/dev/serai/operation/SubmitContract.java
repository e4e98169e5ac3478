package dev.serai.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.files.OwnAddresses;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.store.RawContent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Work is submitted. */
abstract class SubmitContract extends OperationContract {

    @Test
    void submitShouldPlaceWhatTheRequestSays() {
        Interaction stored =
                submit("{'queue':'billing','priority':70,'subject':'Invoice','language':'de','from':'jo@example.org',"
                        + "'userData':{'tier':'gold'},'category':'claims'}");

        assertThat(stored.standing().queue()).isEqualTo(BILLING);
        assertThat(stored.standing().priority()).isEqualTo(70);
        assertThat(stored.contact().address()).isEqualTo("jo@example.org");
        assertThat(stored.userData()).containsEntry("tier", "gold").containsEntry("category", "claims");
        assertThat(types(stored.id())).containsExactly("serai.interaction.submitted");
    }

    @Test
    void submitShouldYieldTheFirstInteractionWhenTheExternalIdIsKnown() {
        Submitted first =
                run(submission("{'queue':'billing','externalId':'4711'}")).orThrow();
        Submitted again =
                run(submission("{'queue':'billing','externalId':'4711'}")).orThrow();

        assertThat(again.fresh()).isFalse();
        assertThat(again.interaction().id()).isEqualTo(first.interaction().id());
    }

    @Test
    void submitShouldBeRefusedWhenTheQueueIsUndeclared() {
        assertThat(refusal(run(submission("{'queue':'nowhere'}")))).isEqualTo(Code.UNDECLARED_QUEUE);
    }

    @Test
    void submitShouldBeRefusedWhenTheQueueIsTheHubsOwn() {
        assertThat(refusal(run(submission("{'queue':'dispatch'}")))).isEqualTo(Code.INVALID_REQUEST);
    }

    @Test
    void submitShouldNameEveryFieldAtFault() {
        assertThatThrownBy(() -> submission("{'prioritty':1,'priority':101,'userData':{'a':[1]},'from':'nobody'}"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().faults())
                                .extracting(Refusal.Fault::pointer)
                                .containsExactlyInAnyOrder("/prioritty", "/priority", "/userData/a", "/from"));
    }

    @Test
    void submitShouldJoinTheThreadOfItsParent() {
        Interaction parent = submit("{'queue':'billing'}");
        Interaction child = submit("{'queue':'billing','parentId':'" + parent.id() + "'}");

        assertThat(child.origin().threadId()).isEqualTo(parent.origin().threadId());
    }

    @Test
    void submittedMailShouldWaitInIntakeWithItsBytes() throws Exception {
        byte[] mail = "Subject: hi\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII);
        Submit submit = Submit.mail(
                request("{}"),
                RawContent.of(mail),
                SubmitDefaults.REST,
                QUEUES,
                OwnAddresses.only("support@example.com"),
                Clock.systemUTC());
        Interaction stored = run(submit).orThrow().interaction();

        assertThat(stored.standing().queue()).isEqualTo(QueueDefinition.INTAKE);
        assertThat(store.raw("default", stored.id()).orElseThrow().open().readAllBytes())
                .isEqualTo(mail);
    }
}
