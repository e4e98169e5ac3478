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
                + "\nWhat the file asked for beside this was done. Put a corrected file with the rest into inbound.\n";
    }
}
