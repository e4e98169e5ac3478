package dev.serai.capture.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import dev.serai.operation.Hold;
import dev.serai.operation.Operations;
import dev.serai.operation.Target;
import dev.serai.point.ChangeTopic;
import dev.serai.point.FateTopic;
import dev.serai.point.NewsTopic;
import dev.serai.point.Order;
import dev.serai.point.PointContract;
import dev.serai.point.PointDriver;
import dev.serai.point.RefusalTopic;
import dev.serai.point.RepeatTopic;
import dev.serai.point.SubmitTopic;
import dev.serai.store.WorkChange.By;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Database points keep the contract of all points, whatever the database is. */
abstract class SqlPointContract extends PointContract
        implements SubmitTopic, ChangeTopic, RepeatTopic, RefusalTopic, FateTopic, NewsTopic {
    private final SqlPointDriver rows = new SqlPointDriver(database());

    abstract Foreign database();

    @Override
    protected PointDriver driver() {
        return rows;
    }

    @Test
    void aPingShouldBeARowThatIsMarkedAsChanged() throws Exception {
        deliver(Order.of("ping", "P-1"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                rows.database().rows("select answer from order_changes where external_id = 'P-1'"))
                        .containsExactly("pong"));
    }

    @Test
    void aQuestionShouldBeAnsweredToTheStatementThatMarksIt() throws Exception {
        deliver(Order.submit("G-1"));
        bench().awaitAnswers("G-1");
        deliver(Order.of("getinfo", "G-1"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rows.database()
                                .rows("select answer, interaction_id from order_changes where external_id = 'G-1'"))
                        .containsExactly("info " + bench().byExternalId("G-1").id()));
    }

    @Test
    void aNotificationShouldHaveUserDataOfTheInteraction() throws Exception {
        deliver(Order.submit("T-1").with("tier", "gold"));
        bench().awaitAnswers("T-1");
        Interaction submitted = bench().byExternalId("T-1");
        new Operations(bench().store())
                .run(new Hold(new Target("default", submitted.id()), null, By.of("operator")))
                .join();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(rows.database().rows("select tier, kind from news where external_id = 'T-1'"))
                                .containsExactly("gold held"));
    }
}
