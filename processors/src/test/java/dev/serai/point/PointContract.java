package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every kind of capture point does alike, with a whole hub on PostgreSQL. One hub serves all tests of a class, so
 * each names its interactions by ids of its own.
 *
 * <p>A new kind brings two small classes:
 *
 * <ol>
 *   <li>its {@link PointDriver}: how operations are handed in, how the same delivery comes twice, what its source is told.
 *       A kind that takes documents in JSON and XML implements {@link DocumentDriver} instead and only sends texts.
 *   <li>its test class: {@code class SqlPointTest extends PointContract implements SubmitTopic, RepeatTopic, …}, with the
 *       driver. A kind that takes documents, tells its source the fate and sends notifications extends
 *       {@link DocumentPointContract}, which has all topics. Tests of the kind's own may stand beside.
 * </ol>
 *
 * <p>What a kind can do is what its class implements:
 *
 * <table>
 *   <caption>Topics</caption>
 *   <tr><td>{@link SubmitTopic}</td><td>a submit has the point's defaults, one external id is one interaction</td></tr>
 *   <tr><td>{@link ChangeTopic}</td><td>update, hold, resume and stop of what the point submitted</td></tr>
 *   <tr><td>{@link RepeatTopic}</td><td>a delivery that comes again does nothing more, also one of a thousand operations</td></tr>
 *   <tr><td>{@link RefusalTopic}</td><td>what is refused is answered with the reason and keeps nothing else from being done</td></tr>
 *   <tr><td>{@link FateTopic}</td><td>the source knows what was done and what was put aside</td></tr>
 *   <tr><td>{@link NewsTopic}</td><td>the source is told what others change; the point has the parameter notify</td></tr>
 *   <tr><td>{@link DocumentTopic}</td><td>all operations in JSON and in XML, answered in the form they came in</td></tr>
 * </table>
 *
 * <p>Nothing is skipped in silence: a topic that a kind's class does not implement must be in {@link PointDriver#lacks}
 * with the reason, or the class fails.
 */
@org.junit.jupiter.api.TestInstance(Lifecycle.PER_CLASS)
public abstract class PointContract implements PointTopic {
    @SuppressWarnings("NullAway.Init") // set before the first test
    private PointBench bench;

    /** A new driver of the kind. */
    protected abstract PointDriver driver();

    @Override
    public PointBench bench() {
        return bench;
    }

    @BeforeAll
    void startHub(@TempDir Path folder) throws Exception {
        bench = PointBench.start(folder, driver(), this instanceof NewsTopic);
    }

    @AfterAll
    void stopHub() throws Exception {
        bench.close();
    }

    @Test
    void aKindShouldKeepEachTopicOrSayWhyNot() {
        assertThat(ALL)
                .allSatisfy(topic -> assertThat(bench.driver().lacks().containsKey(topic))
                        .as("%s is lacked, with a reason", topic.getSimpleName())
                        .isNotEqualTo(topic.isInstance(this)));
    }
}
