package dev.serai.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The table in docs/reference/dispatch-faults.md: what is done, and what must come of it. */
final class FaultPage {
    private static final Path PAGE = Path.of(System.getProperty("serai.home"), "docs/reference/dispatch-faults.md");
    private static final String HEAD = "| at | the server |";

    private FaultPage() {}

    /** A row, as it stands there. */
    record Row(FaultCell cell, String outcome) {
        static Row of(String line) {
            String[] cells = line.substring(2, line.length() - 2).split(" \\| ", 3);
            return new Row(new FaultCell(cells[0], cells[1]), cells.length > 2 ? cells[2] : "");
        }

        /** The row as it would stand there with another outcome. */
        String with(String other) {
            return "| " + cell.at() + " | " + cell.how() + " | " + other + " |";
        }
    }

    static List<Row> rows() {
        try {
            return Files.readAllLines(PAGE).stream()
                    .dropWhile(line -> !line.startsWith(HEAD))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("| "))
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
