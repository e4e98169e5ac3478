package dev.serai.display;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Where the pictures of a page come from: from the mail, never from elsewhere unless that is wished. */
final class Pictures {
    /** Stands for a picture of the mail while the page is cleaned; a sender's own is taken away before. */
    private static final String OURS = "https://picture.invalid/";

    /** What browsers take out of an address, wherever it stands. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private static final Pattern DATA =
            Pattern.compile("data:image/(?:png|gif|jpe?g|webp);base64,[A-Za-z0-9+/=\\s]*", Pattern.CASE_INSENSITIVE);

    private final UnaryOperator<String> paths;
    private final boolean remote;
    private final List<String> found = new ArrayList<>();

    Pictures(UnaryOperator<String> paths, boolean remote) {
        this.paths = paths;
        this.remote = remote;
    }

    /** Before cleaning: what cannot stay loses its source. */
    void prepare(Element image) {
        String source = CONTROL.matcher(image.attr("src")).replaceAll("").strip();
        String lower = source.toLowerCase(Locale.ROOT);
        if (lower.startsWith("cid:")) {
            String path = paths.apply(decoded(source.substring(4)));
            image.attr("src", path.isEmpty() ? "" : OURS + found.size());
            found.add(path);
        } else if (isAllowed(lower, source)) {
            image.attr("src", source);
        } else {
            image.removeAttr("src");
        }
    }

    private boolean isAllowed(String lower, String source) {
        boolean elsewhere = lower.startsWith("https:") || lower.startsWith("http:");
        return elsewhere
                ? remote && !lower.contains("picture.invalid")
                : DATA.matcher(source).matches();
    }

    /** After cleaning: the mail's pictures get their paths. */
    void restore(Element image) {
        String source = image.attr("src");
        String path = source.startsWith(OURS) ? path(source.substring(OURS.length())) : source;
        if (path.isEmpty()) {
            image.removeAttr("src");
        } else {
            image.attr("src", path);
        }
    }

    private String path(String number) {
        int at = NUMBER.matcher(number).matches() ? Integer.parseInt(number) : found.size();
        return at < found.size() ? found.get(at) : "";
    }

    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return id;
        }
    }
}
