package dev.serai.files;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.PointName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the ways in and out: mailboxes, other capture points, accounts, each from the parameters in its route. */
final class EndpointReader {
    private final Problems problems;
    private final Map<PointName, PointDefinition> points = new TreeMap<>();
    private final Map<AccountName, AccountDefinition> accounts = new TreeMap<>();

    EndpointReader(Problems problems) {
        this.problems = problems;
    }

    /** Web forms take the address of their account, which may be read after them. */
    Points points() {
        points.replaceAll((name, point) -> point instanceof WebformDefinition form ? form.answeredBy(accounts) : point);
        return new Points(points);
    }

    Map<AccountName, AccountDefinition> accounts() {
        return accounts;
    }

    void read(RouteFile file) {
        if (file.route().isEmpty()) {
            return;
        }
        if (file.kind() == RouteFile.Kind.ACCOUNT) {
            parameters(file, "smtp-sink")
                    .flatMap(keys -> new AccountReader(file, keys).read())
                    .ifPresent(account -> accounts.put(account.name(), account));
        }
        file.pointKind()
                .flatMap(kind -> parameters(file, kind.kamelet()).flatMap(keys -> kind.read(file, keys)))
                .ifPresent(this::add);
    }

    private void add(PointDefinition point) {
        PointDefinition before = points.put(point.name(), point);
        if (before != null) {
            problems.error(
                    point.point().place(),
                    "capture point '" + point.name() + "' exists already at "
                            + before.point().place()
                            + "; names are unique among all capture points whatever their kind");
        }
    }

    /** The parameters of the one call of a kamelet in a route; a missing call is noted. */
    private Optional<YamlReader> parameters(RouteFile file, String kamelet) {
        YamlMap route = file.route().orElseThrow();
        Optional<YamlMap> from = route.map("from");
        Optional<KameletCall> found = from.stream()
                .flatMap(body -> StepWalker.calls(body).stream())
                .filter(call -> call.kamelet().equals(kamelet))
                .findFirst();
        if (found.isEmpty()) {
            problems.error(
                    from.map(body -> body.placeOf("uri")).orElse(file.place()),
                    "route '" + file.id() + "' must use kamelet:" + kamelet + ", as its name says");
        }
        return found.map(call ->
                new YamlReader(call.body().map("parameters").orElse(new YamlMap(call.place(), List.of())), problems));
    }
}
