package dev.serai.check;

import dev.serai.bounces.BounceBook;
import dev.serai.files.Generation;
import dev.serai.files.Problems;

/** Reads the patterns of bounces, and runs the tests in their files. */
final class BounceCheck implements Check {
    @Override
    public void check(Generation generation, Problems problems) {
        BounceBook book = BounceBook.load(generation.bounces());
        problems.addAll(book.problems());
        if (book.problems().isEmpty()) {
            problems.addAll(book.failedTests());
        }
    }
}
