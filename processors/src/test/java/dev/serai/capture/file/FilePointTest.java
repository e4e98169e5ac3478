package dev.serai.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.point.DocumentPointContract;
import dev.serai.point.PointDriver;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Files keep the contract of all points. */
class FilePointTest extends DocumentPointContract {
    private final FilePointDriver files = new FilePointDriver();

    @Override
    protected PointDriver driver() {
        return files;
    }

    @Test
    void aFileOfWhichAnOperationWasRefusedShouldSayWhichOne() throws IOException {
        files.send("{\"operation\":\"submit\",\"externalId\":\"G-1\"}");
        files.send(
                "[{\"operation\":\"submit\",\"externalId\":\"G-2\"},{\"operation\":\"hold\",\"externalId\":\"G-none\"}]");
        bench().awaitAnswers("G-none");

        await().untilAsserted(() -> assertThat(files.aside())
                .anyMatch(aside -> aside.startsWith("operation 2: ") && aside.contains("G-none")));
        assertThat(bench().byExternalId("G-2").origin().externalId()).isEqualTo("G-2");
    }
}
