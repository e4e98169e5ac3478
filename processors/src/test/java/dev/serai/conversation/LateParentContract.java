package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.ThreadTable.Move;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that comes before what it answers, on both databases alike. */
abstract class LateParentContract {
    private static final String JO = "jo@customer.example";

    @TempDir
    Path folder;

    private MailHouse house;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        house = new MailHouse(freshDatabase(), folder, false);
        house.take(mail("<earlier@x>"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void p54_aChildShouldJoinWhenItsParentComesLater() {
        InteractionId child = house.take(mail("<child@x>").answering("<parent@x>"));
        InteractionId parent = house.take(mail("<parent@x>"));

        assertThat(house.load(child).origin().parentId()).isEqualTo(parent);
        assertThat(house.load(child).origin().subtype()).isEqualTo("InboundCustomerReply");
        assertThat(house.thread(child)).isEqualTo(parent);
        assertThat(house.told(child)).contains("awaits", "joined later", "In-Reply-To <parent@x>");
    }

    @Test
    void grandchildrenShouldFollow() {
        InteractionId grandchild = house.take(mail("<c@x>").answering("<b@x>"));
        InteractionId child = house.take(mail("<b@x>").answering("<a@x>"));
        InteractionId later = house.take(mail("<d@x>").answering("<c@x>"));
        InteractionId root = house.take(mail("<a@x>"));

        assertThat(List.of(grandchild, child, later))
                .allMatch(id -> house.thread(id).equals(root));
        assertThat(house.load(grandchild).origin().parentId()).isEqualTo(child);
    }

    @Test
    void aChildThatWasStoppedShouldJoinToo() {
        InteractionId child = house.take(mail("<child@x>").answering("<parent@x>"));
        house.store.writeNow(tx -> {
            var row = tx.work().lock(MailHouse.TENANT, child).orElseThrow();
            new WorkChange(tx, row, By.of("test")).stop("spam");
            return true;
        });
        InteractionId parent = house.take(mail("<parent@x>"));

        assertThat(house.thread(child)).isEqualTo(parent);
    }

    @Test
    void mailsThatAnswerEachOtherShouldMakeNoCircle() {
        InteractionId one = house.take(mail("<one@x>").answering("<two@x>"));
        InteractionId two = house.take(mail("<two@x>").answering("<one@x>"));

        assertThat(house.thread(two)).isEqualTo(one);
        assertThat(house.load(one).origin().parentId()).isNull();
    }

    @Test
    void p57_aParentOfSomebodyElseShouldOnlyBeSuggested() {
        InteractionId child = house.take(mail("<child@x>").answering("<parent@x>"));
        house.take(Mail.from("al@elsewhere.example").to("support@example.com").id("<parent@x>"));

        assertThat(house.thread(child)).isEqualTo(child);
        assertThat(house.told(child)).contains("suggestions", "nobody in its thread knows the sender");
    }

    @Test
    void oneGroupShouldJoinWhateverTheOrder() {
        InteractionId child = house.capture(
                MailHouse.SUPPORT, mail("<child@x>").answering("<parent@x>").bytes());
        InteractionId parent =
                house.capture(MailHouse.SUPPORT, mail("<parent@x>").bytes());
        Unit<Boolean> reading = house.reading(child);
        Unit<Boolean> later = house.reading(parent);

        CompletableFuture<Boolean> first = house.store.write(reading);
        CompletableFuture<Boolean> second = house.store.write(later);
        CompletableFuture.allOf(first, second).join();

        assertThat(house.thread(child)).isEqualTo(parent);
    }

    @Test
    void whatTwoNodesWriteInTheSameMomentShouldBeJoinedByThePass() throws Exception {
        InteractionId child = house.capture(
                MailHouse.SUPPORT, mail("<child@x>").answering("<parent@x>").bytes());
        InteractionId parent =
                house.capture(MailHouse.SUPPORT, mail("<parent@x>").bytes());
        together(house.reading(child), house.reading(parent));
        assertThat(house.thread(child)).isEqualTo(child);

        house.sweeper.pass();

        assertThat(house.thread(child)).isEqualTo(parent);
        assertThat(house.told(child)).contains("joined later");
    }

    @Test
    void whoJoinsAThreadWhileItIsMovedShouldBeMovedByThePass() throws Exception {
        InteractionId child = house.take(mail("<b@x>").answering("<a@x>"));
        InteractionId grandchild = house.capture(
                MailHouse.SUPPORT, mail("<c@x>").answering("<b@x>").bytes());
        InteractionId root = house.capture(MailHouse.SUPPORT, mail("<a@x>").bytes());
        together(house.reading(grandchild), house.reading(root));
        assertThat(house.thread(child)).isEqualTo(root);
        assertThat(house.thread(grandchild)).isEqualTo(child);

        house.sweeper.pass();

        assertThat(house.thread(grandchild)).isEqualTo(root);
    }

    @Test
    void aThreadOfManyShouldFollowInSeveralPasses() {
        InteractionId first = house.take(mail("<b@x>").answering("<a@x>"));
        for (int i = 0; i < 5; i++) {
            house.take(mail("<many" + i + "@x>").answering("<b@x>"));
        }
        InteractionId root = house.take(mail("<a@x>"));

        assertThat(house.members(root)).hasSize(7).contains(first);
        assertThat(house.moves()).containsExactly(new Move(MailHouse.TENANT, first, root));
    }

    /** Both write before either commits. */
    private void together(Unit<Boolean> one, Unit<Boolean> other) throws Exception {
        CyclicBarrier written = new CyclicBarrier(2);
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> apply(one, written));
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> apply(other, written));
        CompletableFuture.allOf(first, second).get(20, TimeUnit.SECONDS);
    }

    private Boolean apply(Unit<Boolean> unit, CyclicBarrier written) {
        return house.store.transact(tx -> {
            Boolean done = unit.apply(tx);
            tx.interactions().counts();
            try {
                written.await(10, TimeUnit.SECONDS);
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
            return done;
        });
    }

    private static Mail mail(String id) {
        return Mail.from(JO).to("support@example.com").id(id).about("Hello");
    }
}
