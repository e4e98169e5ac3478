package dev.serai.files;

import dev.serai.files.WebformDefinition.Entrance;
import dev.serai.files.WebformDefinition.Fields;
import dev.serai.files.WebformDefinition.Files;
import dev.serai.files.WebformDefinition.Pages;
import dev.serai.files.WebformDefinition.Token;
import dev.serai.interaction.AccountName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the parameters of a web form. */
final class WebformReader {
    private static final long DEFAULT_SIZE = 10L << 20;
    private static final int DEFAULT_FILES = 5;
    private static final int MOST_FILES = 100;
    private static final int LONGEST_SUBJECT = 200;
    /** As browsers write an origin (RFC 6454, section 6.2): no path, and no port that the scheme has anyway. */
    private static final Pattern ORIGIN =
            Pattern.compile("(?:https://(?!.*:443$)|http://(?!.*:80$))(?:[a-z0-9.-]+|\\[[0-9a-f:.]+])(?::\\d{1,5})?");

    private static final Pattern PAGE = Pattern.compile("https?://[^\\s\"<>\\\\]+");
    private static final Pattern FIELD = Pattern.compile("[^\\s\\p{Cntrl}](?:[^\\p{Cntrl}]{0,62}[^\\s\\p{Cntrl}])?");
    private static final Pattern ALLOWED = Pattern.compile("\\.[A-Za-z0-9.+-]+|[\\w.+-]+/(?:[\\w.+-]+|\\*)");

    private final RouteFile route;
    private final YamlReader keys;

    WebformReader(RouteFile route, YamlReader keys) {
        this.route = route;
        this.keys = keys;
    }

    Optional<WebformDefinition> read() {
        Optional<PointDefaults> point = new PointReader(route, keys).read("email");
        Entrance entrance = entrance();
        Fields fields = fields(entrance);
        Files files = new Files(
                keys.size("maxSize").orElse(DEFAULT_SIZE),
                keys.number("maxFiles", 0, MOST_FILES).orElse(DEFAULT_FILES),
                each("allowedFiles", ALLOWED, "an ending such as .pdf or a media type such as image/*"));
        return point.map(found -> new WebformDefinition(
                found,
                keys.parsed("address", MailAddress::plain).orElse(""),
                AccountName.of(keys.name("replyVia").orElse("default")),
                keys.parsed("language", Languages::check),
                keys.texts("transformers"),
                entrance,
                fields,
                files,
                new Pages(page("thanks"), page("failed"))));
    }

    private Entrance entrance() {
        return new Entrance(
                new LinkedHashSet<>(
                        each(
                                "origins",
                                ORIGIN,
                                "the scheme, name and port of a web site as browsers write it, such as https://www.example.com")),
                field("honeypot"),
                keys.parsed("rate", Pace::of).orElse(Pace.of("10/m")),
                keys.choice("token", Token.class).orElse(Token.OPTIONAL));
    }

    private Fields fields(Entrance entrance) {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("emailField", field("emailField").orElse("email"));
        named.put("nameField", field("nameField").orElse("name"));
        named.put("subjectField", field("subjectField").orElse("subject"));
        named.put("textField", field("textField").orElse("message"));
        Map<String, String> all = new LinkedHashMap<>(named);
        entrance.honeypot().ifPresent(name -> all.put("honeypot", name));
        apart(all);
        List<String> required = keys.texts("required");
        Set<String> wanted = new LinkedHashSet<>(required.isEmpty() ? List.of(name(named, "textField")) : required);
        wanted.add(name(named, "emailField"));
        if (entrance.honeypot().filter(wanted::contains).isPresent()) {
            keys.error("required", "'required' names the honeypot, which people leave empty");
        }
        return new Fields(
                name(named, "emailField"),
                name(named, "nameField"),
                name(named, "subjectField"),
                name(named, "textField"),
                wanted,
                usualSubject());
    }

    private static String name(Map<String, String> named, String key) {
        return named.getOrDefault(key, "");
    }

    private String usualSubject() {
        return keys.parsed("subject", WebformReader::line).orElse("Web form " + route.name());
    }

    private static String line(String text) {
        if (text.isBlank() || text.length() > LONGEST_SUBJECT || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("expected one line of 1 to " + LONGEST_SUBJECT + " characters");
        }
        return text;
    }

    /** No field may mean two things. */
    private void apart(Map<String, String> named) {
        Map<String, String> seen = new LinkedHashMap<>(Map.of(WebformDefinition.TOKEN, "the token"));
        named.forEach((key, field) -> {
            String before = seen.putIfAbsent(field, key);
            if (before != null) {
                keys.error(key, "'" + key + "': the field '" + field + "' is " + before + " too; expected another");
            }
        });
    }

    private Optional<String> field(String key) {
        return keys.parsed(key, text -> {
            if (!FIELD.matcher(text).matches()) {
                throw new IllegalArgumentException("'" + text + "' is no name of a field; expected 1 to 64 characters");
            }
            return text;
        });
    }

    private List<String> each(String key, Pattern form, String expected) {
        List<String> texts = keys.texts(key);
        texts.stream()
                .filter(text -> !form.matcher(text).matches())
                .forEach(text -> keys.error(key, "'" + key + "': '" + text + "' is not " + expected));
        return texts;
    }

    private Optional<String> page(String key) {
        return keys.parsed(key, text -> {
            if (!PAGE.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no address of a page; expected such as https://www.example.com/thanks.html");
            }
            return text;
        });
    }
}
