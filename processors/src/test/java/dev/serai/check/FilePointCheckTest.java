package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilePointCheckTest {
    private static final String A = "routes/capture/capture-file-a.camel.yaml";
    private static final String B = "routes/capture/capture-file-b.camel.yaml";

    @Test
    void twoPointsShouldNotTakeFromOneFolder() {
        assertThat(check(Map.of(A, point("a", "folder: /srv/x"), B, point("b", "folder: /srv/y/../x"))))
                .containsExactly(B + ":6: file point 'b' takes files from /srv/x/inbound, as 'a' at " + A
                        + ":6 does; expected a folder 'inbound' for each");
    }

    @Test
    void foldersOfAPointShouldDiffer() {
        assertThat(check(Map.of(A, point("a", "error: processed"))))
                .containsExactly(A + ":6: 'error': 'processed' is the folder 'processed' too; expected another");
    }

    @Test
    void valuesThatDoNotFitShouldBeToldWithWhatIsExpected() {
        assertThat(check(Map.of(A, point("a", "include: '[*.xml', maxSize: 1GB, pollInterval: 0s, answerNames: uuid"))))
                .hasSize(4)
                .anyMatch(line -> line.contains("'include': '[*.xml' is no pattern of file names"))
                .anyMatch(line -> line.contains("'maxSize': '1GB' is not from 1B to 10MB"))
                .anyMatch(line -> line.contains("'pollInterval': '0s' is no time between two looks"))
                .anyMatch(line -> line.contains("'answerNames': 'uuid' is none of id, counter, interaction"));
    }

    private static List<String> check(Map<String, String> files) {
        Generation generation = Generation.of(FileSet.ofTexts(files));
        Problems problems = new Problems();
        new FilePointCheck().check(generation, problems);
        return Stream.of(generation.problems(), problems.list())
                .flatMap(List::stream)
                .map(Problem::toString)
                .toList();
    }

    private static String point(String name, String more) {
        return """
                - route:
                    id: capture-file-%1$s
                    description: A test.
                    from:
                      uri: kamelet:file-capture-source
                      parameters: {name: %1$s, %2$s}
                      steps:
                        - log: {id: captured, message: captured}
                """.formatted(name, more);
    }
}
