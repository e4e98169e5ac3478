package dev.serai.command;

import dev.serai.app.DatabasePlace;
import dev.serai.capture.kafka.KafkaProbe;
import dev.serai.capture.mailbox.MailboxProbe;
import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.sql.SqlProbe;
import dev.serai.dispatch.AccountProbe;
import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.KafkaClusterDefinition;
import dev.serai.files.KafkaPointDefinition;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.Places;
import dev.serai.files.SecretMissing;
import dev.serai.files.Settings;
import dev.serai.files.SqlPointDefinition;
import dev.serai.kafka.KafkaClients;
import dev.serai.kafka.KafkaTrouble;
import dev.serai.oauth2.Tokens;
import dev.serai.store.LedgerPeek;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tries the mailboxes, Kafka and database points, accounts of a generation, some at a time, and changes nothing anywhere. */
final class ConnectionTest {
    private static final int AT_ONCE = 8;
    private final Home home;
    private final Settings settings;
    private final Tokens tokens;

    ConnectionTest(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
        this.tokens = new Tokens(home, Clock.systemUTC());
    }

    /** @param names of mailboxes and accounts; empty = all that are enabled */
    List<ConnectionResult> run(Generation files, Set<String> names) {
        Optional<LedgerPeek> ledger = LedgerPeek.open(DatabasePlace.of(home, settings));
        try (MailboxProbe mailboxes = new MailboxProbe(home, tokens, ledger);
                AccountProbe accounts = new AccountProbe(home.resolve(""), tokens)) {
            List<Callable<ConnectionResult>> tries = new ArrayList<>();
            files.mailboxes().values().stream()
                    .filter(mailbox -> chosen(
                            names, mailbox.name().value(), mailbox.point().enabled()))
                    .forEach(mailbox -> tries.add(() -> mailbox(mailboxes, mailbox)));
            files.accounts().values().stream()
                    .filter(account -> chosen(names, account.name().value(), account.enabled()))
                    .forEach(account -> tries.add(() -> account(accounts, account)));
            files.points(KafkaPointDefinition.class).values().stream()
                    .filter(point ->
                            chosen(names, point.name().value(), point.point().enabled()))
                    .forEach(point -> tries.add(() -> kafka(files, point)));
            files.points(SqlPointDefinition.class).values().stream()
                    .filter(point ->
                            chosen(names, point.name().value(), point.point().enabled()))
                    .forEach(point -> tries.add(() -> database(files, point)));
            return all(tries);
        } finally {
            ledger.ifPresent(LedgerPeek::close);
        }
    }

    private static boolean chosen(Set<String> names, String name, boolean enabled) {
        return names.isEmpty() ? enabled : names.contains(name);
    }

    private static List<ConnectionResult> all(List<Callable<ConnectionResult>> tries) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<ConnectionResult> results = new ArrayList<>();
            for (Future<ConnectionResult> one : workers.invokeAll(tries)) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException unforeseen) {
            throw new IllegalStateException("a connection test failed", unforeseen.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static ConnectionResult mailbox(MailboxProbe probe, MailboxDefinition mailbox) {
        String name = mailbox.name().value();
        Places places = mailbox.point().places();
        try {
            return ConnectionResult.of("mailbox", name, mailbox.server(), probe.look(mailbox), null, places.whole());
        } catch (ConnectionFailed failed) {
            return ConnectionResult.of(
                    "mailbox",
                    name,
                    mailbox.server(),
                    null,
                    failed.sentence(),
                    places.of(ConnectionBlame.key(failed.sentence())));
        }
    }

    private ConnectionResult kafka(Generation files, KafkaPointDefinition point) {
        KafkaClusterDefinition cluster = files.kafkaClusters().get(point.cluster());
        Places places = point.point().places();
        String reason = null;
        String answer = "";
        if (cluster == null) {
            reason = "there is no config/kafka/" + point.cluster() + ".yaml";
        } else {
            try {
                answer = KafkaProbe.look(new KafkaClients(cluster, home), point);
            } catch (KafkaTrouble | SecretMissing trouble) {
                reason = String.valueOf(trouble.getMessage());
            }
        }
        return new ConnectionResult(
                "kafka",
                point.name().value(),
                cluster == null ? "" : cluster.servers(),
                answer,
                null,
                reason,
                places.of(reason != null && reason.contains("topic") ? "topic" : "cluster"));
    }

    private static ConnectionResult database(Generation files, SqlPointDefinition point) {
        SqlProbe.Found found = SqlProbe.look(files, point);
        return new ConnectionResult(
                "sql",
                point.name().value(),
                found.server(),
                found.words(),
                null,
                found.well() ? null : found.words(),
                point.point().place());
    }

    private static ConnectionResult account(AccountProbe probe, AccountDefinition account) {
        AccountProbe.Found found = probe.look(account);
        String reason = found.trouble();
        return ConnectionResult.of(
                        "account",
                        account.name().value(),
                        account.server(),
                        null,
                        reason,
                        reason == null ? account.place() : account.places().of(ConnectionBlame.key(reason)))
                .told(found.traits(), account.letters().most());
    }
}
