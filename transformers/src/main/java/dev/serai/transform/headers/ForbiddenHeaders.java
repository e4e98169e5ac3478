package dev.serai.transform.headers;

import dev.serai.message.MailHeader;
import dev.serai.message.MailMessage;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.Transformer;
import java.util.List;
import java.util.stream.Collectors;

/** Takes header fields away that must not leave, however many of a name there are. */
final class ForbiddenHeaders implements Transformer {
    private final HeaderNames names;

    ForbiddenHeaders(HeaderNames names) {
        this.names = names;
    }

    @Override
    public boolean concerns(MailMessage message) {
        return message.headers().stream().anyMatch(this::isForbidden);
    }

    private boolean isForbidden(MailHeader header) {
        return names.contains(header.name());
    }

    @Override
    public TransformResult transform(MailMessage message, TransformContext context) {
        List<MailHeader> left = message.headers().stream()
                .filter(header -> !isForbidden(header))
                .toList();
        if (left.size() == message.headers().size()) {
            return TransformResult.unchanged();
        }
        String gone = message.headers().stream()
                .filter(this::isForbidden)
                .map(MailHeader::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return TransformResult.changed(
                message.toBuilder().headers(left, block(message.rawHeaders())).build(), "Took " + gone + " away.");
    }

    private String block(String rawHeaders) {
        StringBuilder left = new StringBuilder(rawHeaders.length());
        boolean away = false;
        for (String line : rawHeaders.split("(?<=\n)", -1)) {
            boolean continues = line.startsWith(" ") || line.startsWith("\t");
            int colon = line.indexOf(':');
            away = continues
                    ? away
                    : colon > 0 && names.contains(line.substring(0, colon).strip());
            left.append(away ? "" : line);
        }
        return left.toString();
    }
}
