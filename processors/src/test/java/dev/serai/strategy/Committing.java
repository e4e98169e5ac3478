package dev.serai.strategy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Decisions that send mail to others, each test in a house of its own. */
abstract class Committing {
    @SuppressWarnings("NullAway.Init") // JUnit calls open
    CommitHouse house;

    @BeforeEach
    final void open(@TempDir Path folder) {
        house = new CommitHouse(folder);
    }

    @AfterEach
    final void close() {
        house.close();
    }
}
