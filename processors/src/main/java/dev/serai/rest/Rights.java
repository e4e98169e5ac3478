package dev.serai.rest;

import dev.serai.access.Role;
import dev.serai.files.Names;
import dev.serai.rest.Need.AnyKey;
import dev.serai.rest.Need.Nothing;
import dev.serai.rest.Need.Open;
import dev.serai.rest.Need.Roles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.VerbDefinition;

/**
 * Which roles each path needs: those that the REST files declare by `security`, and a short list of what is no verb. A
 * verb without one is for nobody, and what is in neither is not there.
 */
final class Rights {
    /** The name of the keys in the REST files' `security`. */
    static final String SCHEME = "serai";

    /** The word among a verb's scopes that opens it to callers of a tenant; without it only the hub's own may call it. */
    static final String TENANT = "tenant";

    /** What needs no key says so in place of a role; it counts for these verbs alone. */
    static final String ANYBODY = "anybody";

    private static final Set<String> OPEN = Set.of("api-webforms-post", "api-webforms-token");

    private final ModelCamelContext context;
    private final Predicate<String> forPoints;
    private final Map<String, Need> others = new HashMap<>();
    private volatile Read read = new Read(List.of(), List.of());

    /** @param forPoints which verbs a key that is limited to points may call */
    Rights(ModelCamelContext context, Predicate<String> forPoints) {
        this.context = context;
        this.forPoints = forPoints;
        others.put("/observe/health/live", new Open());
        others.put("/observe/health/ready", new Open());
        others.put("/observe/health", seeing("/observe/health", false));
        others.put("/observe/metrics", seeing("/observe/metrics", false));
        others.put(OpenApi.PATH, new AnyKey());
        Console.paths().forEach(path -> others.put(path, seeing(path, true)));
    }

    private static Need seeing(String path, boolean forTenants) {
        return new Roles(path, List.of(Set.of(Role.VIEW)), false, forTenants);
    }

    private record Read(List<RestDefinition> files, List<Verb> verbs) {}

    @SuppressWarnings("ArrayRecordComponent") // read by this class alone
    private record Verb(String method, String[] template, Roles need, boolean open) {
        boolean takes(String asked, String[] path) {
            return method.equals(asked) && isAt(path);
        }

        /** What is open is named as all things are: in one way. */
        boolean isAt(String[] path) {
            if (path.length != template.length) {
                return false;
            }
            for (int i = 0; i < path.length; i++) {
                boolean any = template[i].startsWith("{");
                if (any ? open ? !Names.isName(path[i]) : path[i].isEmpty() : !template[i].equals(path[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param path in its plain form, see {@link PlainPath} */
    Need of(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        String whole = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Need other = others.get(whole);
        if (other != null) {
            return method.equals("GET") ? other : new Nothing();
        }
        String[] segments = whole.split("/", -1);
        List<Verb> taken =
                verbs().stream().filter(verb -> verb.takes(asked, segments)).toList();
        if (taken.isEmpty()) {
            boolean preflight =
                    asked.equals("OPTIONS") && verbs().stream().anyMatch(verb -> verb.open() && verb.isAt(segments));
            return preflight ? new Open() : new Nothing();
        }
        return taken.stream().allMatch(Verb::open)
                ? new Open()
                : taken.stream().map(Verb::need).reduce(Rights::both).orElseThrow();
    }

    /** Where two verbs could take a path, the caller must be good for both. */
    private static Roles both(Roles one, Roles two) {
        List<Set<Role>> anyOf = new ArrayList<>();
        for (Set<Role> first : one.anyOf()) {
            for (Set<Role> second : two.anyOf()) {
                Set<Role> all = new java.util.HashSet<>(first);
                all.addAll(second);
                anyOf.add(Set.copyOf(all));
            }
        }
        return new Roles(one.id(), anyOf, one.forPoints() && two.forPoints(), one.forTenants() && two.forTenants());
    }

    private List<Verb> verbs() {
        List<RestDefinition> files = List.copyOf(context.getRestDefinitions());
        Read known = read;
        if (!known.files().equals(files)) {
            known = new Read(
                    files, files.stream().flatMap(file -> verbs(file).stream()).toList());
            read = known;
        }
        return known.verbs();
    }

    private List<Verb> verbs(RestDefinition file) {
        return file.getVerbs().stream().map(verb -> verb(file, verb)).toList();
    }

    private Verb verb(RestDefinition file, VerbDefinition verb) {
        String template =
                Objects.requireNonNullElse(file.getPath(), "") + Objects.requireNonNullElse(verb.getPath(), "");
        String id = Objects.requireNonNullElse(verb.getId(), template);
        return new Verb(
                verb.asVerb().toUpperCase(java.util.Locale.ROOT),
                template.replaceAll("/$", "").split("/", -1),
                new Roles(id, roles(verb), forPoints.test(id), isForTenants(verb)),
                OPEN.contains(id) && scopes(verb).anyMatch(words -> words.contains(ANYBODY)));
    }

    private static Stream<Set<String>> scopes(VerbDefinition verb) {
        return verb.getSecurity().stream()
                .filter(security -> SCHEME.equals(security.getKey()) && security.getScopes() != null)
                .map(security -> Arrays.stream(security.getScopes().split(","))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Each way in must say so. */
    static boolean isForTenants(VerbDefinition verb) {
        List<Set<String>> ways = scopes(verb).toList();
        return !ways.isEmpty() && ways.stream().allMatch(words -> words.contains(TENANT));
    }

    private static List<Set<Role>> roles(VerbDefinition verb) {
        return scopes(verb)
                .filter(words -> !words.contains(ANYBODY))
                .map(Rights::roles)
                .filter(roles -> !roles.isEmpty())
                .toList();
    }

    /** @throws IllegalArgumentException naming a word that is no role */
    private static Set<Role> roles(Set<String> scopes) {
        return scopes.stream()
                .filter(word -> !word.equals(TENANT))
                .map(Role::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
