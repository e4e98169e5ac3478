package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Problems;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Layouts and signatures that accounts and queues name. */
class SheetCheckTest {

    @Test
    void namesThatLeadNowhereShouldBeToldWithFileAndLine() {
        Problems problems = new Problems();

        new SheetCheck("en")
                .check(
                        Generation.of(FileSet.ofTexts(Map.of(
                                "config/signatures/team.en.txt", "---\ndescription: x\n---\nTeam\n",
                                "config/queues/desk.yaml",
                                        "description: A desk.\nlayout: nowhere\nsignature: taem\n"))),
                        problems);

        assertThat(problems.list())
                .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.reason())
                .containsExactly(
                        "config/queues/desk.yaml:2 queue 'desk': there is no layout 'nowhere' in config/layouts",
                        "config/queues/desk.yaml:3 queue 'desk': there is no signature 'taem' in config/signatures;"
                                + " did you mean 'team'?");
    }
}
