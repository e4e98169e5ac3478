package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the hub says about itself as text of one screen. */
final class StatusScreen {
    private final StringBuilder text = new StringBuilder();
    private final JsonNode status;
    private final Instant now;

    private StatusScreen(JsonNode status) {
        this.status = status;
        this.now = Instant.parse(status.path("at").asText());
    }

    static String of(JsonNode status) {
        StatusScreen screen = new StatusScreen(status);
        screen.verdict();
        screen.hub();
        screen.tenants();
        screen.points();
        screen.queues();
        screen.dispatches();
        screen.routes();
        return screen.text.toString();
    }

    private void verdict() {
        line(status.at("/verdict/headline").asText());
        for (JsonNode need : status.at("/verdict/needs")) {
            line("  " + (need.path("level").asText().equals("red") ? "! " : "- ")
                    + need.path("text").asText());
            if (need.has("advice")) {
                line("    " + need.path("advice").asText());
            }
        }
    }

    private void hub() {
        line("");
        List<String> parts = new ArrayList<>();
        parts.add("version " + status.path("version").asText());
        String files = status.at("/config/id").asText();
        parts.add("files " + files.substring(0, Math.min(12, files.length())));
        parts.add("dispatch " + status.at("/dispatch/mode").asText());
        if (status.at("/replies/paused").asBoolean()) {
            parts.add("automatic replies paused");
        }
        for (JsonNode check : status.at("/health/checks")) {
            if (!check.path("status").asText().equals("UP")) {
                parts.add(check.path("name").asText() + " "
                        + check.path("status").asText().toLowerCase(java.util.Locale.ROOT));
            }
        }
        line("hub         " + String.join(", ", parts));
    }

    /** Of a hub that nobody shares there is nothing to tell. */
    private void tenants() {
        if (status.path("tenants").size() < 2) {
            return;
        }
        table(
                "tenants",
                status.path("tenants"),
                tenant -> String.format(
                        "%-24s %-9s waiting %-6d oldest %-10s live %-8d quarantined %d",
                        tenant.path("name").asText(),
                        chosen(tenant.path("name").asText()),
                        tenant.path("queued").asLong(),
                        age(tenant.path("oldest")),
                        tenant.path("live").asLong(),
                        tenant.path("quarantined").asLong()));
    }

    private String chosen(String tenant) {
        return tenant.equals(status.path("tenant").asText()) ? "shown" : "";
    }

    private void points() {
        table(
                "capture",
                status.path("capturePoints"),
                point -> String.format(
                        "%-24s %-9s last success %-10s last mail %-10s taken %d%s",
                        point.path("name").asText(),
                        point.has("silentSince")
                                ? "silent"
                                : point.path("state").asText(),
                        age(point.path("lastSuccess")),
                        age(point.path("lastMail")),
                        point.at("/counts/taken").asLong(),
                        refused(point)));
    }

    private static String refused(JsonNode point) {
        long refused = point.at("/counts/refused").asLong();
        return refused > 0 ? ", refused " + refused : "";
    }

    private void queues() {
        table(
                "queues",
                status.path("queues"),
                queue -> String.format(
                        "%-24s %-9s waiting %-6d oldest %-10s in work %-5d held %d%s",
                        queue.path("name").asText(),
                        queue.path("paused").asBoolean()
                                ? "paused"
                                : queue.path("kind").asText(),
                        queue.path("depth").asLong(),
                        age(queue.path("oldest")),
                        queue.path("inWork").asLong(),
                        queue.path("held").asLong(),
                        later(queue) + overdue(queue)));
        table(
                "quarantine",
                quarantined(),
                group -> String.format(
                        "%-24s %-9s %d since %s",
                        group.path("cause").asText(),
                        group.path("stage").asText(),
                        group.path("count").asLong(),
                        age(group.path("oldest"))));
    }

    /** But for mail that failed, which is told by its account. */
    private List<JsonNode> quarantined() {
        List<JsonNode> shown = new ArrayList<>();
        status.at("/quarantine/groups").forEach(group -> {
            if (!group.path("failedMail").asBoolean()) {
                shown.add(group);
            }
        });
        return shown;
    }

    private static String later(JsonNode queue) {
        long later = queue.path("waiting").asLong();
        String until = queue.path("waitingUntil").asText();
        return later == 0 ? "" : ", " + later + (later == 1 ? " waits until " : " wait, the first until ") + until;
    }

    private static String overdue(JsonNode queue) {
        long overdue = queue.path("overdue").asLong();
        return (overdue > 0 ? ", overdue " + overdue : "") + (queue.has("alert") ? ", alert" : "");
    }

    private void dispatches() {
        table(
                "accounts",
                status.at("/dispatch/accounts"),
                account -> String.format(
                        "%-24s %-9s waiting %-6d oldest %-10s sent %d",
                        account.path("name").asText(),
                        account.path("state").asText(),
                        account.path("waiting").asLong(),
                        age(account.path("oldest")),
                        sent(account.path("name").asText())));
        List<String> unsent = new ArrayList<>();
        status.at("/dispatch/accounts")
                .forEach(account -> account.path("groups")
                        .forEach(group -> unsent.add(unsent(account.path("name").asText(), group))));
        lines("outgoing", unsent);
    }

    private long sent(String account) {
        long sent = 0;
        for (JsonNode count : status.at("/dispatch/counts")) {
            boolean counts = count.path("account").asText().equals(account)
                    && count.path("state").asText().equals("sent");
            sent += counts ? count.path("count").asLong() : 0;
        }
        return sent;
    }

    /** Mail of one account that has not left, for one reason, with the server's words. */
    private String unsent(String account, JsonNode group) {
        return String.format(
                "%-24s %-9s %-5d since %-10s%s%s",
                account,
                group.path("state").asText(),
                group.path("count").asLong(),
                age(group.path("since")),
                group.has("words") ? " " + group.path("words").asText() : "",
                group.path("state").asText().equals("deferred") && group.has("nextAt")
                        ? " (next try " + group.path("nextAt").asText() + ")"
                        : "");
    }

    /** Only those that work with mail, and of the API's own the failing ones. */
    private void routes() {
        List<JsonNode> shown = new ArrayList<>();
        status.path("routes").forEach(route -> {
            if (!route.path("id").asText().startsWith("api-")
                    || route.path("failures").asLong() > 0) {
                shown.add(route);
            }
        });
        table(
                "routes",
                shown,
                route -> String.format(
                        "%-32s %-9s %d done, %d failed, mean %d ms",
                        route.path("id").asText(),
                        route.path("state").asText(),
                        route.path("exchanges").asLong(),
                        route.path("failures").asLong(),
                        route.path("meanMillis").asLong()));
    }

    private void table(String title, Iterable<JsonNode> rows, java.util.function.Function<JsonNode, String> row) {
        List<String> lines = new ArrayList<>();
        rows.forEach(one -> lines.add(row.apply(one)));
        lines(title, lines);
    }

    private void lines(String title, List<String> rows) {
        String first = title;
        for (String one : rows) {
            line(String.format("%-11s %s", first, one).stripTrailing());
            first = "";
        }
    }

    private String age(JsonNode time) {
        if (!time.isTextual()) {
            return "-";
        }
        Duration age = Duration.between(Instant.parse(time.asText()), now);
        if (age.toHours() >= 48) {
            return age.toDays() + " d";
        }
        if (age.toMinutes() >= 120) {
            return age.toHours() + " h";
        }
        return age.toSeconds() >= 120 ? age.toMinutes() + " min" : Math.max(0, age.toSeconds()) + " s";
    }

    private void line(String words) {
        text.append(words).append(System.lineSeparator());
    }
}
