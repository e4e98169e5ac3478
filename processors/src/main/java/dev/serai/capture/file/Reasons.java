package dev.serai.capture.file;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What is written beside a file that could not be done. */
final class Reasons {
    private Reasons() {}

    static String text(Claim claim, Instant at, List<String> reasons) {
        return reasons.stream().map(SafeName::printable).collect(Collectors.joining("\n"))
                + "\n\ndelivery " + claim.id() + ", put aside " + at
                + "\nWhat else the file asked for was done; of a file that cannot be read, nothing was. Put a corrected file with what"
                + " is left into inbound.\n";
    }
}
