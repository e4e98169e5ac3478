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
    private final Map<PointName, MailboxDefinition> mailboxes = new TreeMap<>();
    private final Map<PointName, JmsPointDefinition> jmsPoints = new TreeMap<>();
    private final Map<PointName, FilePointDefinition> filePoints = new TreeMap<>();
    private final Map<PointName, PointDefaults> restPoints = new TreeMap<>();
    private final Map<AccountName, AccountDefinition> accounts = new TreeMap<>();

    EndpointReader(Problems problems) {
        this.problems = problems;
    }

    Map<PointName, MailboxDefinition> mailboxes() {
        return mailboxes;
    }

    Map<PointName, JmsPointDefinition> jmsPoints() {
        return jmsPoints;
    }

    Map<PointName, FilePointDefinition> filePoints() {
        return filePoints;
    }

    Map<PointName, PointDefaults> restPoints() {
        return restPoints;
    }

    Map<AccountName, AccountDefinition> accounts() {
        return accounts;
    }

    void read(RouteFile file) {
        if (file.route().isEmpty()) {
            return;
        }
        switch (file.kind()) {
            case MAILBOX ->
                parameters(file, "mailbox-source")
                        .flatMap(keys -> new MailboxReader(file, keys).read())
                        .ifPresent(this::add);
            case JMS_POINT ->
                parameters(file, "jms-capture-source")
                        .flatMap(keys -> new JmsPointReader(file, keys).read())
                        .ifPresent(this::add);
            case FILE_POINT ->
                parameters(file, "file-capture-source")
                        .flatMap(keys -> new FilePointReader(file, keys).read())
                        .ifPresent(this::add);
            case REST_POINT ->
                parameters(file, "rest-capture-source")
                        .flatMap(keys -> new RestPointReader(file, keys).read())
                        .ifPresent(this::add);
            case ACCOUNT ->
                parameters(file, "smtp-sink")
                        .flatMap(keys -> new AccountReader(file, keys).read())
                        .ifPresent(account -> accounts.put(account.name(), account));
            default -> {}
        }
    }

    private void add(MailboxDefinition mailbox) {
        unique(mailbox.point());
        mailboxes.put(mailbox.name(), mailbox);
    }

    private void add(JmsPointDefinition jmsPoint) {
        unique(jmsPoint.point());
        jmsPoints.put(jmsPoint.name(), jmsPoint);
    }

    private void add(FilePointDefinition filePoint) {
        unique(filePoint.point());
        filePoints.put(filePoint.name(), filePoint);
    }

    private void add(PointDefaults restPoint) {
        unique(restPoint);
        restPoints.put(restPoint.name(), restPoint);
    }

    private void unique(PointDefaults point) {
        Optional<PointDefaults> before = Optional.ofNullable(mailboxes.get(point.name()))
                .map(MailboxDefinition::point)
                .or(() -> Optional.ofNullable(jmsPoints.get(point.name())).map(JmsPointDefinition::point))
                .or(() -> Optional.ofNullable(filePoints.get(point.name())).map(FilePointDefinition::point))
                .or(() -> Optional.ofNullable(restPoints.get(point.name())));
        before.ifPresent(other -> problems.error(
                point.place(),
                "capture point '" + point.name() + "' exists already at " + other.place()
                        + "; names are unique among all capture points whatever their kind"));
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
