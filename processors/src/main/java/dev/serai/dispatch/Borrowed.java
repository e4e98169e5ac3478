package dev.serai.dispatch;

import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pictures that the HTML of a draft shows and does not bring along: those of the mail that it answers. */
final class Borrowed {
    private static final Pattern SHOWN = Pattern.compile("(?i)\\bsrc\\s*+=\\s*+[\"']?+cid:([^\"'>\\s]++)");

    private Borrowed() {}

    /** @throws IllegalArgumentException naming one that nobody has: it would show as a broken picture */
    static List<Attached> pictures(OutboundDraft draft, Original original) {
        Set<String> wanted = new LinkedHashSet<>();
        Matcher shown = SHOWN.matcher(draft.html() == null ? "" : draft.html());
        while (shown.find()) {
            wanted.add(shown.group(1));
        }
        wanted.removeAll(
                draft.attachments().stream().map(file -> "" + file.contentId()).collect(Collectors.toSet()));
        return wanted.stream().map(id -> picture(id, original)).toList();
    }

    private static Attached picture(String contentId, Original original) {
        return original.pictures().stream()
                .filter(picture -> contentId.equals(picture.contentId()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'html' shows 'cid:" + contentId
                        + "', which is the contentId of no attachment, neither here nor of the mail that is answered"));
    }
}
