package dev.serai.rest;

import dev.serai.capture.CapturePointStatus;
import dev.serai.capture.PointState;
import dev.serai.files.Problem;
import dev.serai.follow.Standing;
import dev.serai.queue.Overruns.Overrun;
import dev.serai.rest.Verdict.Need;
import dev.serai.store.DispatchRow;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what needs somebody. */
final class Needs {
    /** Health checks whose needs are told with more words. */
    private static final Set<String> TOLD_APART = Set.of("routes", "queues", "followers", "answers");

    private static final String ALL_OF_IT = "./serai check shows all of it";

    private final StatusReport status;
    private final List<Need> needs = new ArrayList<>();

    private Needs(StatusReport status) {
        this.status = status;
    }

    static List<Need> of(StatusReport status) {
        Needs needs = new Needs(status);
        needs.health();
        needs.points();
        needs.queues();
        needs.replies();
        needs.outside();
        needs.dispatches();
        needs.quarantine();
        needs.followers();
        needs.answers();
        needs.routes();
        needs.files();
        return needs.needs;
    }

    private void health() {
        for (Health.Check check : status.health().checks()) {
            if (check.status() != Health.Level.UP && !TOLD_APART.contains(check.name())) {
                needs.add(Need.red(sentence("" + check.reason()), advice(check.name()), "hub"));
            }
        }
    }

    private static @Nullable String advice(String check) {
        return check.equals("config") ? ALL_OF_IT : null;
    }

    private void points() {
        for (CapturePointStatus point : status.points()) {
            if (point.state() == PointState.FAILING) {
                String error = point.lastError() == null ? "" : ": " + point.lastError();
                needs.add(red(point, "fails" + error, "It tries again by itself"));
            } else if (point.silentSince() != null) {
                needs.add(red(
                        point,
                        "is silent: " + point.silentBecause(),
                        "Look whether the mail server answers and whether mail reaches it"));
            } else if (point.state() == PointState.PAUSED) {
                needs.add(Need.note("Capture point " + point.name() + " is paused", "Resume lets it go on", "capture"));
            }
        }
        slowed();
    }

    private static Need red(CapturePointStatus point, String what, String advice) {
        String owner = point.owner() == null ? "" : "; call " + point.owner();
        return Need.red("Capture point " + point.name() + " " + what, advice + owner, "capture");
    }

    /** What slows one down slows down all. */
    private void slowed() {
        List<CapturePointStatus> slow = status.points().stream()
                .filter(point -> point.state() == PointState.SLOWED)
                .toList();
        if (!slow.isEmpty()) {
            needs.add(Need.note(
                    Words.count(slow.size(), "capture point takes", "capture points take") + " nothing at the moment: "
                            + slow.get(0).slowedBy(),
                    "Mail waits on its server; it goes on by itself",
                    "capture"));
        }
    }

    private void queues() {
        for (QueueStatus queue : status.queues()) {
            if (queue.alert() != null) {
                needs.add(Need.red(
                        "Queue " + queue.name() + ": " + queue.alert(),
                        queue.owner() == null ? null : "Call " + queue.owner(),
                        "queues"));
            }
            if (queue.waitsFor() != null) {
                needs.add(Need.red(
                        "Queue " + queue.name() + " waits for "
                                + queue.waitsFor().name() + ": "
                                + queue.waitsFor().reason(),
                        "It goes on by itself when that answers; nothing counts against the interactions",
                        "queues"));
            }
            hung(queue);
            if (queue.paused()) {
                needs.add(Need.note("Queue " + queue.name() + " is paused", "Resume lets it go on", "queues"));
            }
        }
    }

    private void hung(QueueStatus queue) {
        Overrun overran = queue.overran();
        if (overran == null) {
            return;
        }
        String runs = Words.count(overran.runs(), "run that hangs", "runs that hang");
        String advice = "Mend its strategy or go back to an earlier set; a restart frees the threads";
        if (overran.stopped()) {
            needs.add(Need.red("Queue " + queue.name() + " takes up nothing: " + runs, advice, "queues"));
        } else {
            needs.add(Need.note("Queue " + queue.name() + " has " + runs, advice, "queues"));
        }
    }

    private void replies() {
        String because = status.replies().because();
        if (because != null) {
            needs.add(Need.note(
                    sentence(because),
                    status.replies().since() == null ? "Set it to on to answer again" : "Resume answers again",
                    "dispatch"));
        }
    }

    /** Fallbacks may stand in for what is away; where none does, its queue waits and says so. */
    private void outside() {
        status.outside().stream()
                .filter(standing -> !standing.up())
                .forEach(standing -> needs.add(Need.note(
                        standing.name() + " gave no answer to the last question: " + standing.reason(),
                        "Fallbacks stand in where steps have one",
                        "hub")));
    }

    /** But for mail that failed, which is told by its account. */
    private void quarantine() {
        status.reading().quarantine().stream()
                .filter(group -> !group.isFailedMail())
                .forEach(group -> needs.add(Need.red(
                        group.count() + " in quarantine at " + group.stage() + ": " + group.cause(),
                        "Remove the cause, then Retry; or move them by hand",
                        "quarantine")));
    }

    private void dispatches() {
        accounts();
        withoutAccount();
        status.accounts()
                .forEach(account -> account.groups().stream()
                        .filter(AccountReport.Group::needsSomebody)
                        .forEach(group -> needs.add(
                                Need.red(Faults.sentence(group, account), sentence("" + group.press()), "dispatch"))));
        long waiting = count(DispatchRow.State.PENDING);
        if (status.dispatchMode().equals("hold") && waiting > 0) {
            needs.add(Need.note(
                    Words.count(waiting, "mail is held back", "mails are held back"),
                    "serai.dispatch.mode is hold; live lets mail leave",
                    "dispatch"));
        }
    }

    private void accounts() {
        for (AccountReport account : status.accounts()) {
            if (account.state().equals("failing")) {
                String since = account.since() == null
                        ? ""
                        : " (since " + account.since().truncatedTo(ChronoUnit.SECONDS) + ")";
                String owner = account.owner() == null ? "" : "; call " + account.owner();
                needs.add(Need.red(
                        "Account " + account.name() + ": " + account.problem() + since,
                        sentence("" + account.press()) + owner,
                        "dispatch"));
            } else if (account.state().equals("paused")) {
                needs.add(Need.note(
                        "Account " + account.name() + " is " + account.problem(), "Resume lets it go on", "dispatch"));
            }
        }
    }

    private void followers() {
        status.followers().stream()
                .filter(Standing::isFailing)
                .forEach(follower -> needs.add(Need.red(
                        Words.count(follower.behind(), "event waits", "events wait") + " for " + follower.name() + ": "
                                + follower.reason(),
                        follower.advice(),
                        "hub")));
    }

    private void answers() {
        UnsentAnswers.of(status.reading().outgoing(), status.config().generation()).stream()
                .filter(answers -> answers.areStuck(status.reading().at()))
                .forEach(answers -> needs.add(Need.red(
                        answers.words(),
                        (answers.declared()
                                        ? "Look at its route and at lastError"
                                        : "Bring its file in routes/capture back")
                                + ", or drop them: ./serai drop-answers " + answers.point(),
                        "capture")));
    }

    /** Their account's file is gone; they wait for it to come back, or for a person. */
    private void withoutAccount() {
        status.reading().dispatches().stream()
                .filter(count ->
                        count.state() == DispatchRow.State.PENDING || count.state() == DispatchRow.State.DEFERRED)
                .filter(count -> !status.config().generation().accounts().containsKey(count.account()))
                .forEach(count -> needs.add(Need.red(
                        Words.count(count.count(), "mail waits", "mails wait") + " for account " + count.account()
                                + ", which no file declares any more",
                        "Bring its file in routes/dispatch back, or cancel them",
                        "dispatch")));
    }

    private long count(DispatchRow.State state) {
        return status.reading().dispatches().stream()
                .filter(count -> count.state() == state)
                .mapToLong(count -> count.count())
                .sum();
    }

    private void routes() {
        status.routes().stream()
                .filter(route -> !route.isRunning())
                .forEach(route -> needs.add(
                        Need.red("Route " + route.id() + " is " + route.state(), "Start lets it run again", "routes")));
    }

    private void files() {
        List<String> later = status.config().atNextStart();
        if (!later.isEmpty()) {
            needs.add(Need.note(
                    String.join(", ", later) + " changed since the start",
                    "It is read at start only: restart when it is to count",
                    "hub"));
        }
        List<Problem> warnings = status.config().warnings();
        if (!warnings.isEmpty()) {
            Problem first = warnings.get(0);
            needs.add(Need.note(
                    "The live files have " + Words.count(warnings.size(), "warning", "warnings") + ": " + first.file()
                            + ":" + first.line() + " " + first.reason(),
                    ALL_OF_IT,
                    "hub"));
        }
        if (status.config().life().holdsAgainst() != null) {
            needs.add(Need.note(
                    "An earlier set of files was chosen and holds against the one on disk",
                    "It does so until files are edited or POST /config/apply takes them",
                    "hub"));
        }
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
