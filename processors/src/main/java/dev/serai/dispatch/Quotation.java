package dev.serai.dispatch;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mail that is answered, below the answer: a separator, its From, Sent, To, Cc and Subject, and its text. */
record Quotation(List<String> head, String text) {
    private static final String SENT = "EEE, d MMM yyyy HH:mm 'UTC'";
    private static final int LONGEST = 100_000;

    static Quotation of(Interaction original, QuoteLabels labels) {
        Content content = original.content();
        List<String> head = new ArrayList<>(List.of(labels.separator()));
        if (content.from() != null) {
            head.add(labels.from() + ": " + named(content.from()));
        }
        head.add(labels.sent() + ": "
                + DateTimeFormatter.ofPattern(SENT, labels.locale())
                        .format(original.origin().receivedAt().atOffset(ZoneOffset.UTC)));
        line(head, labels.to(), content.to());
        line(head, labels.cc(), content.cc());
        head.add(labels.subject() + ": " + (content.subject() == null ? "" : content.subject()));
        String text = content.text();
        return new Quotation(List.copyOf(head), text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }

    /** For plain text: each line behind `> `. */
    String plain() {
        return "\n\n"
                + Stream.concat(head.stream(), Stream.concat(Stream.of(""), text.lines()))
                        .map(line -> line.startsWith(">") ? ">" + line : "> " + line)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    /** For plain text that is passed on: as it is. */
    String forwarded() {
        return "\n\n" + String.join("\n", head) + "\n\n" + text.stripTrailing() + "\n";
    }

    String html() {
        return "<hr><blockquote type=\"cite\"><p>"
                + head.stream().skip(1).map(Html::escaped).collect(Collectors.joining("<br>"))
                + "</p><pre style=\"white-space: pre-wrap\">" + Html.escaped(text) + "</pre></blockquote>";
    }

    private static void line(List<String> head, String name, List<Party> parties) {
        if (!parties.isEmpty()) {
            head.add(name + ": " + parties.stream().map(Quotation::named).collect(Collectors.joining(", ")));
        }
    }

    private static String named(Party party) {
        return party.name() == null ? party.address() : party.name() + " <" + party.address() + ">";
    }
}
