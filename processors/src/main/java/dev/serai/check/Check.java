package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Problems;

/** Looks at one thing in all files of a generation. */
interface Check {
    /** Notes what is wrong. */
    void check(Generation generation, Problems problems);
}
